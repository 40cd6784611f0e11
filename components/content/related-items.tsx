import Link from "next/link";
import { itemLabel } from "#components/content/item-label.ts";
import type { ItemLink } from "#lib/content/dto.ts";

export function RelatedItems({ items }: { items: readonly ItemLink[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {items.map((item) => (
        <li key={item.path}>
          <Link
            href={item.path}
            prefetch={false}
            className="group grid gap-x-4 py-3 sm:grid-cols-[8rem_1fr]"
          >
            <span className="tabular text-xs leading-6 text-faint">{itemLabel(item)}</span>
            <span className="font-medium group-hover:underline group-hover:underline-offset-4">
              {item.title}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
