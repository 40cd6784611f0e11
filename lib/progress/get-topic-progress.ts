import { notFound } from "#lib/errors.ts";
import { listCards } from "#lib/progress/list-cards.ts";
import { listMissed } from "#lib/progress/list-missed.ts";
import { countUntouched, listMemories, memoryByTopic } from "#lib/progress/memories.ts";
import { listRetentionByWeek } from "#lib/progress/retention.ts";
import { cardFilterSchema, type TopicProgress } from "#lib/progress/schema.ts";
import { readStudyMoment } from "#lib/progress/study-moment.ts";
import { forecast } from "#lib/scheduler/forecast.ts";
import type { Actor } from "#lib/session.ts";

const missedDays = 30;
const weakestShown = 10;

/**
 * How one topic stands.
 * @throws AppError NOT_FOUND when the actor may not read such a topic.
 */
export async function getTopicProgress(
  actor: Actor,
  topicSlug: string,
  now: Date,
): Promise<TopicProgress> {
  const moment = await readStudyMoment(actor, now);
  const { settings, today } = moment;
  const [memories, untouched, retention, missed, weakest] = await Promise.all([
    listMemories(actor, moment),
    countUntouched(actor, moment),
    listRetentionByWeek(actor, topicSlug),
    listMissed(actor, { since: today - missedDays, limit: 8, topicSlug }),
    listCards(actor, cardFilterSchema.parse({ topic: topicSlug, sort: "recall" }), now),
  ]);
  const own = memories.filter((memory) => memory.topicSlug === topicSlug);
  const [memory] = memoryByTopic(
    own,
    untouched.filter(({ topic }) => topic.slug === topicSlug),
    moment,
  );
  if (!memory) throw notFound("topic");
  return {
    today,
    timeZone: settings.timeZone,
    desiredRetention: settings.desiredRetention,
    memory,
    forecast: forecast(
      own.map(({ state }) => state),
      today,
      30,
    ),
    retention,
    weakest: weakest.rows.slice(0, weakestShown),
    missed,
  };
}
