import type { ItemLink } from "#lib/content/dto.ts";

/** Links to the part of each topic on a long page. */
export function TopicJumps({ topics }: { topics: readonly ItemLink["topic"][] }) {
  if (topics.length < 3) return null;
  return (
    <nav aria-label="Topics on this page">
      <ul className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        {topics.map(({ slug, name }) => (
          <li key={slug}>
            <a
              href={`#${slug}`}
              className="underline decoration-line underline-offset-4 hover:decoration-current"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
