import { settleToday } from "#lib/progress/get-today.ts";
import { listSessions } from "#lib/progress/list-sessions.ts";
import { countUntouched, listMemories, memoryByTopic } from "#lib/progress/memories.ts";
import { listRetentionByWeek, readCalibration } from "#lib/progress/retention.ts";
import type { Progress } from "#lib/progress/schema.ts";
import { listStudyDays, listWaitingSpans, streakOf } from "#lib/progress/study-days.ts";
import { readStudyMoment } from "#lib/progress/study-moment.ts";
import { countDue } from "#lib/reviews/due-cards.ts";
import { forecast } from "#lib/scheduler/forecast.ts";
import type { Actor } from "#lib/session.ts";

const forecastDays = 30;
const sessionsShown = 12;

/** Everything on the progress page. */
export async function getProgress(actor: Actor, now: Date): Promise<Progress> {
  const moment = await readStudyMoment(actor, now);
  const { settings, today } = moment;
  const [counts, days, spans, memories, untouched, retention, calibration, sessions] =
    await Promise.all([
      countDue(actor, now),
      listStudyDays(actor),
      listWaitingSpans(actor, moment),
      listMemories(actor, moment),
      countUntouched(actor, moment),
      listRetentionByWeek(actor),
      readCalibration(actor),
      listSessions(actor, { limit: sessionsShown }),
    ]);
  return {
    today,
    timeZone: settings.timeZone,
    desiredRetention: settings.desiredRetention,
    days,
    streak: streakOf(days, spans, today),
    forecast: settleToday(
      forecast(
        memories.map(({ state }) => state),
        today,
        forecastDays,
      ),
      counts.due + counts.learning,
    ),
    retention,
    topics: memoryByTopic(memories, untouched, moment),
    calibration,
    sessions,
  };
}
