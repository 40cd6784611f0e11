import { ArrowLeft, ArrowRight } from "lucide-react";
import Link from "next/link";
import { itemLabel } from "#components/content/item-label.ts";
import type { ItemLink } from "#lib/content/dto.ts";

const cell = "group flex flex-col gap-1 rounded-md border border-line p-4 hover:border-edge";
const label = "tabular flex items-center gap-2 text-xs text-faint";

export function PreviousNext({
  previous,
  next,
  of = "question",
}: {
  previous: ItemLink | null;
  next: ItemLink | null;
  /** What kind of things these are. */
  of?: "question" | "lesson";
}) {
  if (!previous && !next) return null;
  return (
    <nav aria-label={`Previous and next ${of}`} className="mt-12 grid gap-3 sm:grid-cols-2">
      {previous && (
        <Link href={previous.path} rel="prev" prefetch={false} className={cell}>
          <span className={label}>
            <ArrowLeft size={14} aria-hidden /> {itemLabel(previous)}
          </span>
          <span className="font-medium">{previous.title}</span>
        </Link>
      )}
      {next && (
        <Link
          href={next.path}
          rel="next"
          prefetch={false}
          className={`${cell} sm:col-start-2 sm:items-end sm:text-right`}
        >
          <span className={label}>
            {itemLabel(next)} <ArrowRight size={14} aria-hidden />
          </span>
          <span className="font-medium">{next.title}</span>
        </Link>
      )}
    </nav>
  );
}
