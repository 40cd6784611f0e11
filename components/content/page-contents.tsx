import type { ReactNode } from "react";

export interface ContentsEntry {
  id: string;
  label: ReactNode;
}

/** Beside the text, on wide screens only: on a phone the page itself is the list. */
export function PageContents({
  entries,
  children,
}: {
  entries: readonly ContentsEntry[];
  children?: ReactNode;
}) {
  return (
    <div className="hidden xl:block">
      <div className="sticky top-12">
        {children}
        <nav aria-label="On this page" className="text-sm">
          <p className="mb-2 text-xs font-semibold text-faint">On this page</p>
          <ul className="border-l border-line">
            {entries.map(({ id, label }) => (
              <li key={id}>
                <a
                  href={`#${id}`}
                  className="-ml-px block border-l border-transparent py-1 pl-4 text-soft hover:border-ink hover:text-ink"
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </div>
  );
}
