import type { Metadata } from "next";
import Link from "next/link";
import { SignedOut } from "#app/(app)/progress/signed-out.tsx";
import { currentActor } from "#app/current-actor.ts";
import { CardFilterForm } from "#components/progress/card-filter-form.tsx";
import { CardTable } from "#components/progress/card-table.tsx";
import { plural } from "#components/progress/format.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listCards } from "#lib/progress/list-cards.ts";
import { type CardFilter, type CardPage, cardFilterSchema } from "#lib/progress/schema.ts";

export const metadata: Metadata = { title: "Your cards", robots: { index: false } };

type Search = Record<string, string | string[] | undefined>;

function addressOf(filter: CardFilter, page: number): string {
  const { q, show, sort, topic } = filter;
  const query = new URLSearchParams({
    ...(q && { q }),
    ...(topic && { topic }),
    show,
    sort,
    ...(page > 1 && { page: String(page) }),
  });
  return `/progress/cards?${query.toString()}`;
}

function Pages({ filter, cards }: { filter: CardFilter; cards: CardPage }) {
  const pages = Math.ceil(cards.total / cards.pageSize);
  if (pages <= 1) return null;
  const { page } = filter;
  return (
    <nav aria-label="Pages" className="mt-6 flex items-center gap-4">
      {page > 1 && (
        <ButtonLink href={addressOf(filter, page - 1)} prefetch={false}>
          Previous
        </ButtonLink>
      )}
      <span className="tabular text-soft">
        Page {page} of {pages}
      </span>
      {page < pages && (
        <ButtonLink href={addressOf(filter, page + 1)} prefetch={false}>
          Next
        </ButtonLink>
      )}
    </nav>
  );
}

function Nothing({ filter }: { filter: CardFilter }) {
  const everything = filter.show === "started" && filter.q === "" && filter.topic === "";
  return everything ? (
    <EmptyState
      title="No card has been answered yet"
      action={
        <ButtonLink href="/review" variant="primary" prefetch={false}>
          Answer your first cards
        </ButtonLink>
      }
    >
      Every card that you answer turns up here, with its history.
    </EmptyState>
  ) : (
    <EmptyState
      title="No card fits"
      action={<ButtonLink href="/progress/cards">Show all that you started</ButtonLink>}
    >
      Try fewer words, or another state.
    </EmptyState>
  );
}

export default async function CardsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const actor = await currentActor();
  if (!actor) return <SignedOut path="/progress/cards" />;
  const filter = cardFilterSchema.parse(await searchParams);
  const cards = await listCards(actor, filter, new Date());
  return (
    <>
      <PageHeader
        eyebrow={
          <Link
            href="/progress"
            className="underline decoration-line underline-offset-4 hover:text-ink"
          >
            Progress
          </Link>
        }
        title="Your cards"
      />
      <CardFilterForm filter={filter} />
      {cards.rows.length === 0 ? (
        <Nothing filter={filter} />
      ) : (
        <>
          <p role="status" className="mb-3 text-soft">
            {plural(cards.total, "card")}
          </p>
          <CardTable rows={cards.rows} today={cards.today} caption="Your cards" />
          <Pages filter={filter} cards={cards} />
        </>
      )}
    </>
  );
}
