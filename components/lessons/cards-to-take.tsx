import Link from "next/link";
import { itemLabel } from "#components/content/item-label.ts";
import { PractiseLink } from "#components/content/practise-link.tsx";
import type { TakenItems } from "#lib/lessons/dto.ts";

interface CardsToTakeProps {
  /** Stable id of the lesson. */
  lesson: string;
  items: TakenItems["cards"];
}

/** The items whose cards keep what the lesson said, each to be practised alone or all together. */
export function CardsToTake({ lesson, items }: CardsToTakeProps) {
  return (
    <>
      <ul className="divide-y divide-line border-y border-line">
        {items.map((item) => (
          <li
            key={item.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3"
          >
            <div className="min-w-0 basis-64 grow">
              <Link
                href={item.path}
                prefetch={false}
                className="font-medium hover:underline hover:underline-offset-4"
              >
                {item.title}
              </Link>
              <span className="tabular block text-xs text-faint">{itemLabel(item)}</span>
            </div>
            <PractiseLink itemId={item.id} name={item.title} variant="secondary" size="sm" />
          </li>
        ))}
      </ul>
      <PractiseLink itemId={lesson} className="mt-5 max-sm:w-full">
        Practise these cards
      </PractiseLink>
    </>
  );
}
