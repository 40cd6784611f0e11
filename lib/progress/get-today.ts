import { pool } from "#lib/db.ts";
import { listMissed } from "#lib/progress/list-missed.ts";
import { listSessions } from "#lib/progress/list-sessions.ts";
import { listMemories } from "#lib/progress/memories.ts";
import type { Today } from "#lib/progress/schema.ts";
import {
  countedDurationMs,
  listStudyDays,
  listWaitingSpans,
  standingReviews,
  streakOf,
} from "#lib/progress/study-days.ts";
import { readStudyMoment } from "#lib/progress/study-moment.ts";
import { countDue } from "#lib/reviews/due-cards.ts";
import { type ForecastDay, forecast } from "#lib/scheduler/forecast.ts";
import type { Actor } from "#lib/session.ts";

const forecastDays = 14;
const missedDays = 7;
/** Answers sent by other programs belong to no session, so the last one need not be of the last day. */
const sessionDays = 60;

async function readMedianAnswerMs(actor: Actor, since: number): Promise<number | null> {
  const { rows } = await pool().query<{ median: number | null }>({
    name: "read-median-answer",
    text: `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY ${countedDurationMs}) AS median
             FROM review_events e WHERE ${standingReviews} AND e.day >= $2`,
    values: [actor.userId, since],
  });
  return rows[0]?.median ?? null;
}

/**
 * Today as the queue has it: what a sibling or the day's limit holds back counts for tomorrow. So the
 * first day of the forecast says what the button beside it says.
 */
export function settleToday(days: readonly ForecastDay[], studiedToday: number): ForecastDay[] {
  const [today] = days;
  const heldBack = Math.max(0, (today?.due ?? 0) - studiedToday);
  return days.map(({ day, due }, index) => ({
    day,
    due: index === 0 ? due - heldBack : index === 1 ? due + heldBack : due,
  }));
}

/** What Today shows: what is due, what was done, and how things stand. */
export async function getToday(actor: Actor, now: Date): Promise<Today> {
  const moment = await readStudyMoment(actor, now);
  const { settings, today } = moment;
  const [counts, days, spans, memories, missed, medianAnswerMs] = await Promise.all([
    countDue(actor, now),
    listStudyDays(actor),
    listWaitingSpans(actor, moment),
    listMemories(actor, moment),
    listMissed(actor, { since: today - missedDays, limit: 4 }),
    readMedianAnswerMs(actor, today - 30),
  ]);
  const lastDay = days.at(-1);
  const [lastSession] = lastDay
    ? await listSessions(actor, { limit: 1, since: lastDay.day - sessionDays })
    : [];
  return {
    today,
    timeZone: settings.timeZone,
    counts,
    medianAnswerMs,
    done: days.find(({ day }) => day === today) ?? {
      day: today,
      reviews: 0,
      introduced: 0,
      durationMs: 0,
    },
    streak: streakOf(days, spans, today),
    forecast: settleToday(
      forecast(
        memories.map(({ state }) => state),
        today,
        forecastDays,
      ),
      counts.due + counts.learning,
    ),
    hasHistory: days.length > 0,
    lastSession: lastSession ?? null,
    missed,
  };
}
