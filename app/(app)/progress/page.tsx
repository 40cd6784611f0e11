import type { Metadata } from "next";
import Link from "next/link";
import { SignedOut } from "#app/(app)/progress/signed-out.tsx";
import { currentActor } from "#app/current-actor.ts";
import { CalibrationChart } from "#components/progress/calibration-chart.tsx";
import { ForecastChart } from "#components/progress/forecast-chart.tsx";
import { formatDuration, formatPercent, plural } from "#components/progress/format.ts";
import { RetentionChart } from "#components/progress/retention-chart.tsx";
import { Figures, Section } from "#components/progress/section.tsx";
import { SessionList } from "#components/progress/session-list.tsx";
import { TimeChart } from "#components/progress/time-chart.tsx";
import { TopicMemoryItem } from "#components/progress/topic-memory.tsx";
import { YearChart } from "#components/progress/year-chart.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getProgress } from "#lib/progress/get-progress.ts";
import { type Calibration, minimumCalibrationCount, type Progress } from "#lib/progress/schema.ts";

export const metadata: Metadata = { title: "Progress", robots: { index: false } };

function lately({ days, today }: Progress) {
  const week = days.filter(({ day }) => day > today - 7);
  return {
    reviews: week.reduce((sum, { reviews }) => sum + reviews, 0),
    durationMs: week.reduce((sum, { durationMs }) => sum + durationMs, 0),
  };
}

function Summary({ progress }: { progress: Progress }) {
  const { streak, topics, retention } = progress;
  const week = lately(progress);
  const started = topics.reduce((sum, topic) => sum + topic.started, 0);
  const expected = topics.reduce((sum, topic) => sum + topic.expected, 0);
  const recent = retention.slice(-4);
  const tested = recent.reduce((sum, { count }) => sum + count, 0);
  const passed = recent.reduce((sum, { count, share }) => sum + count * share, 0);
  return (
    <div className="mb-10">
      <Figures
        figures={[
          {
            value: `${Math.round(expected)} of ${started}`,
            name: "cards you would recall today",
            hint: "of those you started",
          },
          {
            value: tested === 0 ? "—" : formatPercent(passed / tested),
            name: "recalled in reviews",
            hint: tested === 0 ? "none yet" : `${plural(tested, "review")}, last 4 weeks`,
          },
          {
            value: formatDuration(week.durationMs),
            name: "in the last 7 days",
            hint: plural(week.reviews, "review"),
          },
          {
            value: plural(streak.current, "day"),
            name: "in a row",
            hint: `longest ${streak.longest}`,
          },
        ]}
      />
    </div>
  );
}

function CalibrationWords({ calibration }: { calibration: Calibration }) {
  const { count, logLoss, averageLogLoss, brier } = calibration;
  return (
    <>
      <p>Whether the predicted recall can be trusted.</p>
      {count >= minimumCalibrationCount && (
        <p className="text-xs">
          Log loss {logLoss.toFixed(3)} over {plural(count, "review")}, where always saying the
          average would give {averageLogLoss.toFixed(3)}. Brier score {brier.toFixed(3)}. Lower is
          better.
        </p>
      )}
    </>
  );
}

function CalibrationPart({ calibration }: { calibration: Calibration }) {
  if (calibration.bins.length > 0) return <CalibrationChart calibration={calibration} />;
  return (
    <p className="text-soft">
      Too little to tell: {plural(calibration.count, "review")} so far that tested memory, and fewer
      than {minimumCalibrationCount} say nothing. Come back in a week or two.
    </p>
  );
}

export default async function ProgressPage() {
  const actor = await currentActor();
  if (!actor) return <SignedOut path="/progress" />;
  const progress = await getProgress(actor, new Date());
  const {
    days,
    today,
    timeZone,
    forecast,
    retention,
    desiredRetention,
    topics,
    calibration,
    sessions,
  } = progress;
  const actions = (
    <ButtonLink href="/progress/cards" prefetch={false}>
      All cards
    </ButtonLink>
  );
  if (days.length === 0) {
    return (
      <>
        <PageHeader title="Progress" />
        <EmptyState
          title="Nothing to show yet"
          action={
            <ButtonLink href="/review" variant="primary" prefetch={false}>
              Answer your first cards
            </ButtonLink>
          }
        >
          After the first session this page tells what you would recall today, when you will not,
          and where your time went.
        </EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Progress" actions={actions} />
      <Summary progress={progress} />
      <Section
        title="What is coming"
        about={
          <p>
            Cards that fall due in the next 30 days if nothing is answered until then. New cards are
            not in it.
          </p>
        }
      >
        <ForecastChart days={forecast} today={today} />
      </Section>
      <Section
        title="What you know"
        about={<p>Your cards by the recall predicted for today, topic by topic.</p>}
      >
        <ul className="grid gap-8">
          {topics.map((memory) => (
            <TopicMemoryItem key={memory.topic.slug} memory={memory} />
          ))}
        </ul>
      </Section>
      <Section
        title="True retention"
        about={
          <p>
            How much of what was due you still knew. You want {formatPercent(desiredRetention)};
            change that in the{" "}
            <Link href="/settings" className="underline decoration-edge underline-offset-4">
              settings
            </Link>
            .
          </p>
        }
      >
        {retention.length === 0 ? (
          <p className="text-soft">
            Nothing has come due yet. The first reviews come a day or more after a card was learned.
          </p>
        ) : (
          <RetentionChart retention={retention} desired={desiredRetention} />
        )}
      </Section>
      <Section
        title="A year"
        about={<p>Reviews by day. A day on which nothing was due does not break a streak.</p>}
      >
        <YearChart days={days} today={today} />
      </Section>
      <Section title="Time spent" about={<p>Time on cards, pauses left out.</p>}>
        <div className="grid gap-8">
          <TimeChart days={days} today={today} by="day" />
          <TimeChart days={days} today={today} by="week" />
        </div>
      </Section>
      <Section
        title="Sessions"
        about={<p>What each sitting brought, and what was missed in it.</p>}
      >
        {sessions.length === 0 ? (
          <p className="text-soft">No session yet.</p>
        ) : (
          <SessionList sessions={sessions} timeZone={timeZone} />
        )}
      </Section>
      <Section title="Calibration" about={<CalibrationWords calibration={calibration} />}>
        <CalibrationPart calibration={calibration} />
      </Section>
    </>
  );
}
