import type { Metadata } from "next";
import Link from "next/link";
import { SignedOut } from "#app/(app)/progress/signed-out.tsx";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { formatDuration, formatInstant, plural } from "#components/progress/format.ts";
import { GradeCounts } from "#components/progress/grades.tsx";
import { Figures, Section } from "#components/progress/section.tsx";
import { SessionMissed } from "#components/progress/session-missed.tsx";
import { SessionTable } from "#components/progress/session-table.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getSession } from "#lib/progress/get-session.ts";

export const metadata: Metadata = { title: "A session", robots: { index: false } };

export default async function SessionPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const actor = await currentActor();
  if (!actor) return <SignedOut path={`/progress/sessions/${id}`} />;
  const { summary, cards, timeZone, today, dueTomorrow } = await orNotFound(
    getSession(actor, id, new Date()),
  );
  const missed = cards.filter(
    ({ grades, missedPoints }) => grades.includes(1) || missedPoints.length > 0,
  );
  const newCards = cards.filter(({ wasNew }) => wasNew).length;
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
        title={`Session of ${formatInstant(summary.startedAt, timeZone)}`}
        actions={
          <ButtonLink href="/review" prefetch={false}>
            Practise
          </ButtonLink>
        }
      />
      <div className="mb-10 grid gap-6">
        <Figures
          figures={[
            {
              value: summary.cards,
              name: "cards",
              hint: newCards > 0 ? `${newCards} of them new` : undefined,
            },
            { value: summary.answers, name: "answers" },
            {
              value: formatDuration(summary.durationMs),
              name: "on cards",
              hint: `${formatDuration(summary.durationMs / summary.answers)} an answer`,
            },
            { value: dueTomorrow, name: "due tomorrow", hint: "new cards apart" },
          ]}
        />
        <GradeCounts counts={summary.grades} />
      </div>
      <Section
        title="What was missed"
        about={
          missed.length > 0 && (
            <p>
              {plural(missed.length, "card")} answered Again or with must-say points left out. Read
              them again while it is fresh.
            </p>
          )
        }
      >
        {missed.length === 0 ? (
          <p className="text-soft">Nothing: no Again, and no point left out.</p>
        ) : (
          <SessionMissed cards={missed} />
        )}
      </Section>
      <Section title="Every card" about={<p>In the order in which they came.</p>}>
        <SessionTable cards={cards} today={today} />
      </Section>
    </>
  );
}
