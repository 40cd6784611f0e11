import type { Metadata } from "next";
import Link from "next/link";
import { z } from "zod";
import { currentActor } from "#app/current-actor.ts";
import { SearchResults } from "#components/content/search-results.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Input } from "#components/ui/field.tsx";
import { listTopics } from "#lib/content/queries.ts";
import { searchContent } from "#lib/search/queries.ts";

interface SearchPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const perPage = 20;

const querySchema = z.object({
  q: z.string().max(800).catch("").default(""),
  page: z.coerce.number().int().min(1).max(500).catch(1).default(1),
});

export async function generateMetadata({ searchParams }: SearchPageProps): Promise<Metadata> {
  const { q } = querySchema.parse(await searchParams);
  return { title: q ? `“${q.slice(0, 60)}”` : "Search", robots: { index: false } };
}

function pagePath(q: string, page: number): string {
  return `/search?${new URLSearchParams({ q, ...(page > 1 && { page: String(page) }) })}`;
}

async function TopicLinks() {
  const topics = await listTopics(await currentActor());
  return (
    <div className="flex flex-wrap justify-center gap-3">
      {topics.map(({ slug, name, path }) => (
        <ButtonLink key={slug} href={path} prefetch={false}>
          {name}
        </ButtonLink>
      ))}
      <ButtonLink href="/compare" prefetch={false}>
        Comparisons
      </ButtonLink>
    </div>
  );
}

function Corrections({ corrections }: { corrections: readonly { from: string; to: string }[] }) {
  return (
    <p className="mt-3 text-soft">
      Showing results for{" "}
      {corrections.map(({ from, to }, index) => (
        <span key={from}>
          {index > 0 && ", "}
          <strong className="font-semibold text-ink">{to}</strong> instead of “{from}”
        </span>
      ))}
      .
    </p>
  );
}

export default async function SearchPage({ searchParams }: SearchPageProps) {
  const { q, page } = querySchema.parse(await searchParams);
  const { results, total, corrections } = await searchContent(
    await currentActor(),
    q,
    perPage,
    (page - 1) * perPage,
  );
  const pages = Math.ceil(total / perPage);
  const isAsked = q.trim() !== "";

  return (
    <div className="max-w-[48rem]">
      <h1 className="text-xl font-semibold tracking-tight">Search</h1>
      <form action="/search" role="search" className="mt-6 flex gap-3">
        <Input
          type="search"
          name="q"
          defaultValue={q}
          maxLength={200}
          aria-label="Search questions, comparisons, myths and decisions"
          placeholder="layer cache, “kernel panic”, Docker Q44"
        />
        <Button type="submit">Search</Button>
      </form>
      {corrections.length > 0 && <Corrections corrections={corrections} />}
      {isAsked && total > 0 && (
        <p className="tabular mt-6 mb-3 text-xs text-faint">
          {pages > 1
            ? `${total} results, page ${page} of ${pages}`
            : total === 1
              ? "1 result"
              : `${total} results`}
        </p>
      )}
      {results.length > 0 && <SearchResults results={results} />}
      {results.length === 0 && (
        <div className="mt-8">
          <EmptyState
            title={isAsked ? `Nothing was found for “${q}”` : "What do you want to sharpen?"}
            action={<TopicLinks />}
          >
            {isAsked ? (
              <>
                Try fewer or other words, or a number such as Docker Q44. Quotes find a phrase, a
                minus leaves a word out.
              </>
            ) : (
              <>
                Words, a “quoted phrase”, or a number such as Docker Q44. Typing errors are
                forgiven.
              </>
            )}
          </EmptyState>
        </div>
      )}
      {pages > 1 && (
        <nav aria-label="Pages of results" className="mt-6 flex justify-between">
          {page > 1 ? (
            <Link
              href={pagePath(q, page - 1)}
              rel="prev"
              prefetch={false}
              className="text-link py-2"
            >
              Previous
            </Link>
          ) : (
            <span />
          )}
          {page < pages && (
            <Link
              href={pagePath(q, page + 1)}
              rel="next"
              prefetch={false}
              className="text-link py-2"
            >
              Next
            </Link>
          )}
        </nav>
      )}
    </div>
  );
}
