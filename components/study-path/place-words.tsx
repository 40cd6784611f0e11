import Link from "next/link";
import { itemLabel } from "#components/content/item-label.ts";
import { weekAnchor } from "#lib/content/paths.ts";
import type { FollowedPath } from "#lib/study-paths/dto.ts";

const link = "font-medium underline decoration-edge underline-offset-4 hover:decoration-current";

/** Which week somebody has reached, and what comes next in it. */
export function PlaceWords({ path, weeks, place }: Pick<FollowedPath, "path" | "weeks" | "place">) {
  if (!place) return <p>Everything on this path was begun. What is left is to keep it.</p>;
  const { week, next } = place;
  return (
    <>
      <p>
        Week {week.number} of {weeks}:{" "}
        <Link href={`${path}#${weekAnchor(week.number)}`} prefetch={false} className={link}>
          {week.title}
        </Link>
      </p>
      <p>
        Next: <span className="text-soft">{itemLabel(next)}, </span>
        <Link href={next.path} prefetch={false} className={link}>
          {next.title}
        </Link>
      </p>
    </>
  );
}
