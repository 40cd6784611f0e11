import { pool } from "#lib/db.ts";
import { idleDayTest, type WaitingSpan } from "#lib/progress/idle-days.ts";
import type { DayTotals } from "#lib/progress/schema.ts";
import type { StudyMoment } from "#lib/progress/study-moment.ts";
import { type Streak, streak } from "#lib/scheduler/streak.ts";
import type { Actor } from "#lib/session.ts";

/** Answers that hold: reviews that were not taken back. A condition over `review_events` named `e`. */
export const standingReviews = "e.user_id = $1 AND e.kind = 'review' AND e.undone_by_id IS NULL";

/** Milliseconds of an answer. Nobody ponders a card for an hour; the tab was left open. */
export const countedDurationMs = "least(e.duration_ms, 900000)";

/** Every study day on which the person answered something, ascending. */
export async function listStudyDays(actor: Actor): Promise<DayTotals[]> {
  const { rows } = await pool().query<{
    day: number;
    reviews: number;
    introduced: number;
    duration_ms: number;
  }>({
    name: "list-study-days",
    text: `SELECT e.day, count(*)::int AS reviews, count(*) FILTER (WHERE e.phase_before = 'new')::int AS introduced,
                  coalesce(sum(${countedDurationMs}), 0)::float8 AS duration_ms
             FROM review_events e WHERE ${standingReviews} GROUP BY e.day ORDER BY e.day`,
    values: [actor.userId],
  });
  return rows.map(({ day, reviews, introduced, duration_ms }) => ({
    day,
    reviews,
    introduced,
    durationMs: duration_ms,
  }));
}

// After each event the card waits from the day it then fell due (never before the event itself, and
// from the day after when it was buried) until its next event, or until today. Most spans are empty,
// since most cards are answered on the day they fall due.
const waitingSpansSql = `
  WITH change AS (
    SELECT e.card_id, e.day, e.kind, e.due_day_after,
           coalesce(lead(e.day) OVER card, $2) AS until,
           max(e.reviewed_at) FILTER (WHERE e.kind = 'suspend') OVER card AS suspended_at,
           max(e.reviewed_at) FILTER (WHERE e.kind = 'unsuspend') OVER card AS unsuspended_at
      FROM review_events e
     WHERE e.user_id = $1 AND e.undone_by_id IS NULL AND e.kind <> 'undo'
    WINDOW card AS (PARTITION BY e.card_id ORDER BY e.reviewed_at, e.id)
  ), span AS (
    SELECT card_id, greatest(due_day_after, day + CASE kind WHEN 'bury' THEN 1 ELSE 0 END) AS "from", until
      FROM change
     WHERE due_day_after < until AND (suspended_at IS NULL OR unsuspended_at > suspended_at)
  )
  SELECT DISTINCT "from", until
    FROM span JOIN cards c ON c.id = span.card_id
   WHERE "from" < until AND c.retired_at IS NULL AND (c.kind <> 'question' OR c.key = ANY($3::text[]))`;

/** When cards of the person waited for an answer, today left out. */
export async function listWaitingSpans(
  actor: Actor,
  { today, rungs }: Pick<StudyMoment, "today" | "rungs">,
): Promise<WaitingSpan[]> {
  const { rows } = await pool().query<WaitingSpan>({
    name: "list-waiting-spans",
    text: waitingSpansSql,
    values: [actor.userId, today, rungs],
  });
  return rows;
}

/** Runs of study days, over which days with nothing due are passed. */
export function streakOf(
  days: readonly DayTotals[],
  spans: readonly WaitingSpan[],
  today: number,
): Streak {
  return streak(
    days.map(({ day }) => day),
    today,
    idleDayTest(spans),
  );
}
