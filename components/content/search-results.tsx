import Link from "next/link";
import { itemLabel } from "#components/content/item-label.ts";
import type { ItemLink } from "#lib/content/dto.ts";

interface FoundItem extends ItemLink {
  /** Heading of the section where the words stand. */
  section: string | null;
  snippet: readonly { text: string; isMatch: boolean }[];
}

export function SearchResults({ results }: { results: readonly FoundItem[] }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {results.map((result) => (
        <li key={result.path} className="group relative py-5">
          <p className="tabular text-xs text-faint">
            {itemLabel(result)}
            {result.kind !== "question" && ` · ${result.topic.name}`}
            {result.section && ` · ${result.section}`}
          </p>
          <h2 className="mt-1 text-md leading-snug font-semibold tracking-tight">
            <Link
              href={result.path}
              prefetch={false}
              className="after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-4"
            >
              {result.title}
            </Link>
          </h2>
          <p className="mt-1.5 max-w-measure font-serif text-soft">
            {result.snippet.map(({ text, isMatch }, index) =>
              // The order of the pieces is all that tells them apart.
              isMatch ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
