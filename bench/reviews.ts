import type pg from "pg";
import { loadWith, median, rounded } from "#bench/measure.ts";
import { type BenchUser, makeEvent, type Population } from "#bench/population.ts";
import { toEventJson } from "#lib/reviews/event-rows.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { readBatch } from "#lib/reviews/read-batch.ts";
import { toStateJson } from "#lib/reviews/state-rows.ts";
import { writeBatch } from "#lib/reviews/write-batch.ts";
import { emptyCardState } from "#lib/scheduler/card-state.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";

const rounds = 9;
const seconds = 2;
const batchSize = 100;

interface ReviewUrls {
  reviews: string;
  bare: string;
}

/**
 * Takes turns, so that the machine's moods hit both alike; the ratio is that of neighbours. After a turn of
 * warming up the tables are analysed, as autovacuum has done within a minute on a server that runs: plans
 * that were made while they were empty would be measured otherwise.
 */
async function takeTurns(
  pool: pg.Pool,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
) {
  const pairs: { ours: number; theirs: number }[] = [];
  await ours();
  await theirs();
  await pool.query("ANALYZE");
  for (let round = 0; round < rounds; round += 1)
    pairs.push({ theirs: await theirs(), ours: await ours() });
  return {
    ratio: rounded(median(pairs.map((pair) => pair.ours / pair.theirs))),
    ours: rounded(median(pairs.map((pair) => pair.ours))),
    theirs: rounded(median(pairs.map((pair) => pair.theirs))),
  };
}

function requestsOf({ users, cardIds }: Population, size: number) {
  let turn = 0;
  return () => {
    const user = users[turn % users.length];
    const events = Array.from({ length: size }, (_, index) => makeEvent(cardIds, turn + index));
    turn += 1;
    return { body: JSON.stringify({ events }), headers: { cookie: user?.cookie ?? "" } };
  };
}

function singles(urls: ReviewUrls, population: Population, pool: pg.Pool) {
  const next = requestsOf(population, 1);
  return takeTurns(
    pool,
    () => loadWith({ url: urls.reviews, connections: 16, seconds, next }),
    () => loadWith({ url: urls.bare, connections: 16, seconds, next }),
  );
}

/** Parameters of one batch, made before the clock starts: what is timed is SQL alone. */
function rawBatch(cardIds: readonly string[], turn: number) {
  const receivedAt = new Date();
  const day = studyDay(receivedAt, "UTC", 4);
  return Array.from({ length: batchSize }, (_, index) => {
    const parsed = parseEvent(makeEvent(cardIds, turn + index));
    if (!parsed.readable || parsed.event.kind !== "review")
      throw new Error("the benchmark's own event is not readable");
    const { event: input, digest } = parsed;
    const event = { ...input, day, desiredRetention: 0.9 };
    return { input, digest, event, day, desiredRetention: 0.9, receivedAt };
  });
}

async function rawSqlRate(
  pool: pg.Pool,
  { users, cardIds }: Population,
  writers: number,
): Promise<number> {
  const perWriter = 25;
  const derived = {
    phaseBefore: "review",
    predicted: 0.9,
    dueDayAfter: 20_000,
    undoneById: null,
  } as const;
  const plans = users.slice(0, writers).map((user) => ({
    user,
    batches: Array.from({ length: perWriter }, (_, turn) => rawBatch(cardIds, turn * batchSize)),
  }));
  const started = performance.now();
  await Promise.all(plans.map(({ user, batches }) => writeAll(pool, user, batches, derived)));
  return (writers * perWriter * batchSize) / ((performance.now() - started) / 1000);
}

async function writeAll(
  pool: pg.Pool,
  { userId }: BenchUser,
  batches: ReturnType<typeof rawBatch>[],
  derived: Parameters<typeof toEventJson>[2],
): Promise<void> {
  const actor = { userId, sessionId: userId, isGuest: true };
  const parameters = { maximumIntervalDays: 36_500, fuzz: true };
  const prepared = batches.map((batch) => ({
    ids: batch.map(({ event }) => ({ id: event.id, cardId: event.cardId })),
    events: batch.map((item) => toEventJson(userId, item, derived, item.receivedAt)),
    states: batch.map(({ event }) =>
      toStateJson(userId, event.cardId, applyReview(emptyCardState, event, parameters), {
        at: event.reviewedAt,
        id: event.id,
      }),
    ),
  }));
  for (const { ids, events, states } of prepared) {
    const { revision } = await readBatch(pool, actor, ids);
    if (!(await writeBatch(pool, userId, revision, { events, states, derivedAgain: [] })))
      throw new Error("a raw batch was lost");
  }
}

function batches(urls: ReviewUrls, population: Population, pool: pg.Pool) {
  const writers = 4;
  const next = requestsOf({ ...population, users: population.users.slice(writers) }, batchSize);
  return takeTurns(
    pool,
    async () =>
      batchSize * (await loadWith({ url: urls.reviews, connections: writers, seconds, next })),
    () => rawSqlRate(pool, population, writers),
  );
}

/** Reviews a second through `POST /api/reviews`, against a bare route and against the same SQL. */
export async function benchReviews(urls: ReviewUrls, population: Population, pool: pg.Pool) {
  // Batches first: they fill the tables, so that the singles meet plans for tables of some size.
  const batch = await batches(urls, population, pool);
  const single = await singles(urls, population, pool);
  return {
    singleVsBareRoute: single.ratio,
    batchVsRawSql: batch.ratio,
    raw: {
      singleReviewsPerSecond: single.ours,
      bareRouteRequestsPerSecond: single.theirs,
      batchEventsPerSecond: batch.ours,
      rawSqlEventsPerSecond: batch.theirs,
    },
  };
}
