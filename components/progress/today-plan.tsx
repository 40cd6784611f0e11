import { DueCounts } from "#components/progress/due-counts.tsx";
import {
  formatDay,
  formatDuration,
  formatRelativeDay,
  plural,
} from "#components/progress/format.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { Today } from "#lib/progress/schema.ts";

const guessedAnswerMs = 30_000;

function Done({ done }: Pick<Today, "done">) {
  if (done.reviews === 0) return null;
  return (
    <p className="text-soft">
      Done today: {plural(done.reviews, "answer")} in {formatDuration(done.durationMs)}
      {done.introduced > 0 && `, ${plural(done.introduced, "new card")}`}.
    </p>
  );
}

function NothingDue({ today }: { today: Today }) {
  const next = today.forecast.find(({ day, due }) => day > today.today && due > 0);
  return (
    <>
      <p className="max-w-measure text-md text-soft">
        {next
          ? `Next: ${plural(next.due, "card")} ${formatRelativeDay(next.day, today.today)}, ${formatDay(next.day)}.`
          : "Nothing is planned in the next two weeks."}{" "}
        New cards come with the next study day; more of them a day can be set in the settings.
      </p>
      <Done done={today.done} />
      <div className="flex flex-wrap gap-3">
        <ButtonLink href="/topics" size="lg">
          Read something new
        </ButtonLink>
        <ButtonLink href="/settings" size="lg" variant="quiet">
          Settings
        </ButtonLink>
      </div>
    </>
  );
}

/** What to do now: the one big button of the page. */
export function TodayPlan({ today }: { today: Today }) {
  const { counts, medianAnswerMs, hasHistory, done } = today;
  const total = counts.due + counts.learning + counts.new;
  if (total === 0) return <NothingDue today={today} />;
  const verb = !hasHistory ? "Start with" : counts.due + counts.learning === 0 ? "Learn" : "Review";
  const what = verb === "Learn" ? plural(total, "new card") : plural(total, "card");
  const estimateMs = total * (medianAnswerMs ?? guessedAnswerMs);
  return (
    <>
      <DueCounts counts={counts} />
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <ButtonLink
          href="/review"
          variant="primary"
          size="lg"
          prefetch={false}
          className="min-h-14! px-8! text-md! max-sm:w-full"
        >
          {done.reviews > 0 ? "Continue with" : verb} {what}
        </ButtonLink>
        <span className="text-soft">about {formatDuration(Math.max(60_000, estimateMs))}</span>
      </div>
      {!hasHistory && (
        <p className="max-w-measure text-soft">
          Read the question, say your answer aloud, reveal, and grade yourself. Every answer is
          saved as you give it; stop whenever you like.
        </p>
      )}
      <Done done={done} />
    </>
  );
}
