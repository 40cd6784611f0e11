import Link from "next/link";
import type { ReactNode } from "react";

interface ItemListEntry {
  path: string;
  title: ReactNode;
  text: ReactNode;
}

/** Short items, each a title and what it is about. */
export function ItemList({ entries }: { entries: readonly ItemListEntry[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {entries.map(({ path, title, text }) => (
        <li key={path}>
          <Link href={path} prefetch={false} className="group block py-3">
            <span className="font-medium group-hover:underline group-hover:underline-offset-4">
              {title}
            </span>
            <span className="mt-0.5 line-clamp-2 text-xs text-soft">{text}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
