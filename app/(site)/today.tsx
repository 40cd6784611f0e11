import Link from "next/link";
import { DeliverOnOpen } from "#components/account/deliver-on-open.tsx";
import { ForecastChart } from "#components/progress/forecast-chart.tsx";
import {
  formatDayLong,
  formatDuration,
  formatInstant,
  plural,
} from "#components/progress/format.ts";
import { GradeCounts } from "#components/progress/grades.tsx";
import { MissedList } from "#components/progress/missed-list.tsx";
import { Section } from "#components/progress/section.tsx";
import { TodayPlan } from "#components/progress/today-plan.tsx";
import { FollowedSection } from "#components/study-path/followed-section.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { Continuation } from "#lib/lessons/dto.ts";
import { findContinuation } from "#lib/lessons/queries.ts";
import { plainText } from "#lib/markdown/plain-text.ts";
import { getToday } from "#lib/progress/get-today.ts";
import type { Today as TodayFacts } from "#lib/progress/schema.ts";
import type { Actor } from "#lib/session.ts";
import { findFollowedPath } from "#lib/study-paths/queries.ts";

const quietLink =
  "font-medium underline decoration-edge underline-offset-4 hover:decoration-current";

function StreakWords({ streak, done }: Pick<TodayFacts, "streak" | "done">) {
  const { current, longest } = streak;
  if (current === 0)
    return (
      <p>
        {longest > 0
          ? `No days in a row just now; the longest were ${longest}.`
          : "Days in a row are counted from your first answer."}
      </p>
    );
  return (
    <p>
      {plural(current, "study day")} in a row
      {longest > current ? `, the longest were ${longest}` : ""}.
      {done.reviews === 0 ? " One answer today makes it one more." : ""}
    </p>
  );
}

function GuestNote() {
  return (
    <p className="mb-8 border-l-2 border-edge pl-4 text-soft">
      You are here as a guest, and this browser is the only key to it.{" "}
      <Link href="/sign-up" className={quietLink}>
        Create an account
      </Link>{" "}
      and everything is kept.
    </p>
  );
}

/** Where reading goes on: the section, and the lesson that it is of. */
function LessonStep({ continuation }: { continuation: Continuation }) {
  const { lesson, section, sectionNumber } = continuation;
  return (
    <p className="text-soft">
      <Link href={`${lesson.path}#${section.id}`} prefetch={false} className={quietLink}>
        {lesson.title}
      </Link>
      : section {sectionNumber} of {lesson.sections.length}, “{plainText(section.title)}”.
    </p>
  );
}

/** The home of somebody who practises: what is due, and how things stand. */
export async function Today({ actor }: { actor: Actor }) {
  const now = new Date();
  const [today, continuation, followed] = await Promise.all([
    getToday(actor, now),
    findContinuation(actor),
    findFollowedPath(actor, now),
  ]);
  const { lastSession, missed, timeZone, streak, forecast, done, hasHistory } = today;
  const total = today.counts.due + today.counts.learning + today.counts.new;
  return (
    <>
      <DeliverOnOpen />
      <PageHeader
        eyebrow={<time dateTime={now.toISOString()}>{formatDayLong(today.today)}</time>}
        title={total === 0 && hasHistory ? "Done for today" : "Today"}
      />
      <div className="mb-12 grid gap-6">
        <TodayPlan today={today} />
      </div>
      {actor.isGuest && <GuestNote />}
      {followed && <FollowedSection followed={followed} />}
      {continuation && (
        <Section title="Continue the lesson">
          <LessonStep continuation={continuation} />
        </Section>
      )}
      {hasHistory && (
        <>
          <Section title="Next two weeks" about={<StreakWords streak={streak} done={done} />}>
            <ForecastChart days={forecast} today={today.today} height={140} />
          </Section>
          {missed.length > 0 && (
            <Section
              title="Forgotten this week"
              about={<p>Worth another look before they come again.</p>}
            >
              <MissedList missed={missed} timeZone={timeZone} />
            </Section>
          )}
          {lastSession && (
            <Section title="Last session">
              <p className="text-soft">
                <Link
                  href={`/progress/sessions/${lastSession.sessionId}`}
                  prefetch={false}
                  className={quietLink}
                >
                  {formatInstant(lastSession.startedAt, timeZone)}
                </Link>
                : {plural(lastSession.cards, "card")} in {formatDuration(lastSession.durationMs)}.
              </p>
              <GradeCounts counts={lastSession.grades} className="mt-2 text-soft" />
            </Section>
          )}
        </>
      )}
    </>
  );
}
