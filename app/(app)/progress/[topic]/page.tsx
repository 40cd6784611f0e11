import type { Metadata } from "next";
import Link from "next/link";
import { SignedOut } from "#app/(app)/progress/signed-out.tsx";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { CardTable } from "#components/progress/card-table.tsx";
import { ForecastChart } from "#components/progress/forecast-chart.tsx";
import { plural } from "#components/progress/format.ts";
import { MemoryChart } from "#components/progress/memory-chart.tsx";
import { MissedList } from "#components/progress/missed-list.tsx";
import { RetentionChart } from "#components/progress/retention-chart.tsx";
import { Section } from "#components/progress/section.tsx";
import { RungCounts } from "#components/progress/topic-memory.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { topicPath } from "#lib/content/paths.ts";
import { getTopicProgress } from "#lib/progress/get-topic-progress.ts";

export const metadata: Metadata = { title: "Progress by topic", robots: { index: false } };

export default async function TopicProgressPage({
  params,
}: {
  params: Promise<{ topic: string }>;
}) {
  const { topic: slug } = await params;
  const actor = await currentActor();
  if (!actor) return <SignedOut path={`/progress/${slug}`} />;
  const progress = await orNotFound(getTopicProgress(actor, slug, new Date()));
  const { memory, today, timeZone, forecast, retention, desiredRetention, weakest, missed } =
    progress;
  const { topic, started, expected, notStarted } = memory;
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
        title={topic.name}
        lead={
          started === 0
            ? `Not started yet: ${plural(notStarted, "card")} wait.`
            : `Of ${plural(started, "card")} started you would recall about ${Math.round(expected)} today.`
        }
        actions={
          <>
            <ButtonLink href={`/progress/cards?topic=${encodeURIComponent(slug)}`} prefetch={false}>
              Its cards
            </ButtonLink>
            <ButtonLink href={topicPath(slug)}>Read it</ButtonLink>
          </>
        }
      />
      <Section title="Memory" about={<RungCounts memory={memory} />}>
        <MemoryChart memory={memory} />
      </Section>
      {started > 0 && (
        <>
          <Section
            title="Least sure"
            about={<p>The cards that you would least likely recall today.</p>}
          >
            <CardTable
              rows={weakest}
              today={today}
              caption={`${topic.name}: the cards least likely recalled today`}
            />
          </Section>
          {missed.length > 0 && (
            <Section
              title="Forgotten lately"
              about={<p>Answered Again in the last 30 days. Read them once more.</p>}
            >
              <MissedList missed={missed} timeZone={timeZone} />
            </Section>
          )}
          <Section title="What is coming">
            <ForecastChart days={forecast} today={today} />
          </Section>
          {retention.length > 0 && (
            <Section title="True retention">
              <RetentionChart retention={retention} desired={desiredRetention} />
            </Section>
          )}
        </>
      )}
    </>
  );
}
