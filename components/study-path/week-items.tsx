import Link from "next/link";
import { itemLabel } from "#components/content/item-label.ts";
import { itemInWords } from "#components/study-path/standing-words.ts";
import type { PathItem } from "#lib/study-paths/dto.ts";

/** "Docker Q44", "Myth · Docker", "Lesson 3 · Docker": what kind of thing it is and where it belongs. */
function labelOf(item: PathItem): string {
  const label = itemLabel(item);
  return item.kind === "question" ? label : `${label} · ${item.topic.name}`;
}

/** What a week holds, in the order in which to learn it. */
export function WeekItems({ items }: { items: readonly PathItem[] }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {items.map((item) => {
        const words = itemInWords(item);
        return (
          <li key={item.id}>
            <Link
              href={item.path}
              prefetch={false}
              className="group grid gap-x-4 gap-y-0.5 py-3 md:grid-cols-[11rem_minmax(0,1fr)_auto] md:items-baseline"
            >
              <span className="tabular text-xs text-faint">{labelOf(item)}</span>
              <span className="font-medium group-hover:underline group-hover:underline-offset-4">
                {item.title}
              </span>
              {words !== "" && <span className="tabular text-xs text-soft">{words}</span>}
            </Link>
          </li>
        );
      })}
    </ol>
  );
}
