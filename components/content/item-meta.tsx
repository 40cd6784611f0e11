import Link from "next/link";
import { Fragment, type ReactNode } from "react";
import { levelLabels } from "#components/content/item-label.ts";
import { topicPath } from "#lib/content/paths.ts";
import type { Level } from "#lib/content/schema.ts";

interface ItemMetaProps {
  /** "Docker Q44", "Myth" … */
  label: ReactNode;
  level: Level;
  tags: readonly string[];
  topicSlug: string;
}

/** One quiet line above a title: what it is, for whom, about what. */
export function ItemMeta({ label, level, tags, topicSlug }: ItemMetaProps) {
  return (
    <p className="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-soft">
      <span className="tabular font-semibold text-ink">{label}</span>
      <span aria-hidden className="text-faint">
        ·
      </span>
      <span>{levelLabels[level]}</span>
      {tags.map((tag) => (
        <Fragment key={tag}>
          <span aria-hidden className="text-faint">
            ·
          </span>
          <Link
            href={`${topicPath(topicSlug)}?tag=${tag}`}
            prefetch={false}
            className="hover:text-ink hover:underline"
          >
            {tag}
          </Link>
        </Fragment>
      ))}
    </p>
  );
}
