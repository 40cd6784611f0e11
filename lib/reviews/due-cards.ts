import { pool } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { readFaces } from "#lib/reviews/card-faces.ts";
import type { DueQuery, DueResponse } from "#lib/reviews/due-schema.ts";
import { findPathRows, listNewRowsOfPath } from "#lib/reviews/path-rows.ts";
import {
  countDueOn,
  findLessonRows,
  listDueRows,
  listItemRows,
  listNewRows,
  type QueueRow,
  readDoneToday,
} from "#lib/reviews/queue-rows.ts";
import { findTopicRows } from "#lib/reviews/topic-rows.ts";
import { defaultSettings, type SchedulerSettings } from "#lib/scheduler/parameters.ts";
import { buildQueue, type Queue, type QueueCounts, queueKind } from "#lib/scheduler/queue.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";
import type { Actor } from "#lib/session.ts";

export interface StudyContext {
  settings: SchedulerSettings;
  rungs: string[];
  /** Id of the row of the study path that is followed. */
  pathId: string | null;
}

/** The person's settings as the scheduler takes them. @throws AppError UNAUTHENTICATED */
export async function readStudyContext(actor: Actor): Promise<StudyContext> {
  const { rows } = await pool().query<{
    time_zone: string;
    day_starts_at_hour: number;
    desired_retention: number;
    new_per_day: number;
    reviews_per_day: number;
    rungs: string[];
    weights: number[] | null;
    path_id: string | null;
  }>({
    name: "read-study-settings",
    text: `SELECT time_zone, day_starts_at_hour, desired_retention, new_per_day, reviews_per_day, rungs, weights, path_id
             FROM study_settings WHERE user_id = $1`,
    values: [actor.userId],
  });
  const [row] = rows;
  if (!row) throw new AppError("UNAUTHENTICATED", "This account does not exist any more.");
  return {
    rungs: row.rungs,
    pathId: row.path_id,
    settings: {
      timeZone: row.time_zone,
      dayStartsAtHour: row.day_starts_at_hour,
      desiredRetention: row.desired_retention,
      newPerDay: row.new_per_day,
      reviewsPerDay: row.reviews_per_day,
      weights: row.weights?.length ? row.weights : undefined,
      maximumIntervalDays: defaultSettings.maximumIntervalDays,
      learnAheadMinutes: defaultSettings.learnAheadMinutes,
    },
  };
}

async function readQueue(
  actor: Actor,
  { settings, rungs, pathId }: StudyContext,
  now: Date,
): Promise<Queue<QueueRow>> {
  const today = studyDay(now, settings.timeZone, settings.dayStartsAtHour);
  // Siblings of what was seen today are passed over, so look further than the limit.
  const newCandidates = settings.newPerDay * 4 + 40;
  const [due, fresh, done] = await Promise.all([
    listDueRows(pool(), actor, today, rungs),
    pathId === null
      ? listNewRows(pool(), actor, today, rungs, newCandidates)
      : listNewRowsOfPath(pool(), actor, today, rungs, newCandidates, pathId),
    readDoneToday(pool(), actor, today),
  ]);
  return buildQueue({ cards: [...due, ...fresh], now: now.getTime(), settings, ...done });
}

/**
 * What is due in one topic, then its new cards: as many as on any day, whatever was introduced elsewhere
 * today, because they were asked for.
 * @throws AppError NOT_FOUND when the actor can practise nothing in such a topic
 */
async function readTopicQueue(
  actor: Actor,
  topicSlug: string,
  { settings, rungs }: StudyContext,
  now: Date,
): Promise<Queue<QueueRow>> {
  const today = studyDay(now, settings.timeZone, settings.dayStartsAtHour);
  const [cards, { siblingGroupsSeenToday }] = await Promise.all([
    findTopicRows(pool(), actor, topicSlug, today, rungs),
    readDoneToday(pool(), actor, today),
  ]);
  if (!cards) throw notFound("topic to practise");
  const nothingDone = { newIntroducedToday: 0, reviewsDoneToday: 0, siblingGroupsSeenToday };
  return buildQueue({ cards, now: now.getTime(), settings, ...nothingDone });
}

/** How much there is to study now. */
export async function countDue(actor: Actor, now: Date): Promise<QueueCounts> {
  const context = await readStudyContext(actor);
  return (await readQueue(actor, context, now)).counts;
}

/** A queue that somebody asked for, instead of what is due. */
interface Asked {
  /** Stable id of an item, a lesson or a study path. */
  item: string;
  /** Of the path. */
  week: number | undefined;
}

/** The cards of one item, or those that go with a lesson or a path. @throws AppError NOT_FOUND */
async function listRowsOf(
  actor: Actor,
  { item, week }: Asked,
  today: number,
  rungs: string[],
): Promise<QueueRow[]> {
  if (week === undefined) {
    const own = await listItemRows(pool(), actor, item);
    if (own.length > 0) return own;
    const ofLesson = await findLessonRows(pool(), actor, item, rungs);
    if (ofLesson) return ofLesson;
  }
  const ofPath = await findPathRows(pool(), actor, { externalId: item, week }, today, rungs);
  if (!ofPath) throw notFound("item to practise");
  return ofPath;
}

/** All cards of what was asked for, as a queue of its own: nothing is hidden by a sibling or a limit. */
async function readAskedQueue(
  actor: Actor,
  asked: Asked,
  { settings, rungs }: StudyContext,
  now: Date,
): Promise<Pick<Queue<QueueRow>, "entries" | "counts">> {
  const today = studyDay(now, settings.timeZone, settings.dayStartsAtHour);
  const rows = await listRowsOf(actor, asked, today, rungs);
  const counts: QueueCounts = { new: 0, learning: 0, due: 0 };
  const entries = rows.map((row) => {
    const kind = queueKind(row.state);
    counts[kind] += 1;
    return { card: { ...row, siblingGroup: row.cardId }, kind };
  });
  return { entries, counts };
}

/**
 * What to study now, in order, with everything that a card shows.
 * @throws AppError NOT_FOUND when `item` or `topic` names nothing that the actor may practise.
 */
export async function listDueCards(
  actor: Actor,
  { limit, item, week, topic }: DueQuery,
  now: Date,
): Promise<DueResponse> {
  const context = await readStudyContext(actor);
  const read = () => {
    if (item !== undefined) return readAskedQueue(actor, { item, week }, context, now);
    if (topic !== undefined) return readTopicQueue(actor, topic, context, now);
    return readQueue(actor, context, now);
  };
  const queue = await read();
  const rows = queue.entries.slice(0, limit).map(({ card }) => card);
  const today = studyDay(now, context.settings.timeZone, context.settings.dayStartsAtHour);
  const [faces, dueTomorrow] = await Promise.all([
    readFaces(pool(), actor, rows),
    countDueOn(pool(), actor, today + 1),
  ]);
  const cards = rows.flatMap((row) => {
    const found = faces.get(row.cardId);
    if (!found) return [];
    const { cardId, siblingGroup, position, state } = row;
    return [{ id: cardId, kind: found.face.kind, siblingGroup, position, state, ...found }];
  });
  return {
    cards,
    counts: queue.counts,
    dueTomorrow,
    settings: context.settings,
    userId: actor.userId,
  };
}
