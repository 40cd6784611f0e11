import type { Metadata } from "next";
import Link from "next/link";
import { SignedOut } from "#app/(app)/progress/signed-out.tsx";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { CardActions } from "#components/progress/card-actions.tsx";
import { CardHistory } from "#components/progress/card-history.tsx";
import { partOf, titleOf } from "#components/progress/card-name.tsx";
import { CardFlags, dueInWords } from "#components/progress/card-table.tsx";
import { formatPercent, formatStability } from "#components/progress/format.ts";
import { RecallChart } from "#components/progress/recall-chart.tsx";
import { Figures, Section } from "#components/progress/section.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getCard } from "#lib/progress/get-card.ts";

export const metadata: Metadata = { title: "A card's history", robots: { index: false } };

export default async function CardPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await currentActor();
  if (!actor) return <SignedOut path={`/progress/cards/${id}`} />;
  const card = await orNotFound(getCard(actor, id, new Date()));
  const {
    label,
    suspended,
    marked,
    recall,
    stability,
    difficulty,
    lapses,
    reps,
    today,
    entries,
    timeZone,
  } = card;
  return (
    <>
      <PageHeader
        eyebrow={
          <>
            <Link
              href="/progress/cards"
              className="underline decoration-line underline-offset-4 hover:text-ink"
            >
              Your cards
            </Link>{" "}
            · {label.topic.name}
          </>
        }
        title={titleOf(label)}
        lead={
          <span className="flex flex-wrap items-center gap-2">
            {partOf(label)} <CardFlags {...card} />
          </span>
        }
        actions={
          <>
            <CardActions cardId={label.cardId} suspended={suspended} marked={marked} />
            {label.path && <ButtonLink href={label.path}>Read it</ButtonLink>}
          </>
        }
      />
      <div className="mb-10">
        <Figures
          figures={[
            {
              value: recall === null ? "—" : formatPercent(recall),
              name: "predicted recall today",
            },
            { value: dueInWords(card, today), name: "due" },
            {
              value: stability === null ? "—" : formatStability(stability),
              name: "stability",
              hint: "until recall falls to 90 %",
            },
            {
              value: difficulty === null ? "—" : difficulty.toFixed(1),
              name: "difficulty",
              hint: "1 easy to 10 hard",
            },
            { value: `${reps} · ${lapses}`, name: "answers · lapses" },
          ]}
        />
      </div>
      {reps > 0 && (
        <Section
          title="Memory"
          about={<p>How predicted recall fell, and was renewed by each answer.</p>}
        >
          <RecallChart card={card} />
        </Section>
      )}
      <Section
        title="History"
        about={<p>Everything that happened to this card, the latest first.</p>}
      >
        <CardHistory entries={entries} timeZone={timeZone} />
      </Section>
    </>
  );
}
