import type { Source } from "#lib/content/schema.ts";

interface SourceListProps {
  sources: readonly Source[];
  /** Gives each source the id `source-1`, `source-2` …, for references in a table. */
  numbered?: boolean;
}

export function SourceList({ sources, numbered = false }: SourceListProps) {
  return (
    <ol className="grid max-w-measure gap-3">
      {sources.map(({ title, author, section, year, url }, index) => (
        <li
          key={`${title} ${section}`}
          id={numbered ? `source-${index + 1}` : undefined}
          className="flex min-w-0 gap-3 target:bg-mark"
        >
          <span className="tabular w-6 shrink-0 text-right text-faint">{index + 1}</span>
          <span className="min-w-0 wrap-anywhere">
            {url ? (
              <a
                href={url}
                rel="noopener noreferrer"
                target="_blank"
                className="text-link font-medium"
              >
                {title}
              </a>
            ) : (
              <span className="font-medium">{title}</span>
            )}
            <span className="block text-xs text-soft">
              {author}
              {year !== undefined && `, ${year}`}
              {" · "}
              {section}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
