import { v4 as uuidv4 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { getCard } from "#lib/progress/get-card.ts";
import { getProgress } from "#lib/progress/get-progress.ts";
import { getSession } from "#lib/progress/get-session.ts";
import { getToday } from "#lib/progress/get-today.ts";
import { getTopicProgress } from "#lib/progress/get-topic-progress.ts";
import { listCards } from "#lib/progress/list-cards.ts";
import { listMissed } from "#lib/progress/list-missed.ts";
import { listSessions } from "#lib/progress/list-sessions.ts";
import { listRetentionByWeek, readCalibration } from "#lib/progress/retention.ts";
import { cardFilterSchema } from "#lib/progress/schema.ts";
import { listStudyDays, listWaitingSpans } from "#lib/progress/study-days.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import type { Actor } from "#lib/session.ts";
import { makeActor, makeBank } from "#seed/factories.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

/** A Monday. */
const monday = 20_458;
const at = (day: number, minutes = 0) => new Date(day * 86_400_000 + (12 * 60 + minutes) * 60_000);
const noFilter = cardFilterSchema.parse({});
const rungs = ["super-brief", "brief"];

let me: Actor;
let stranger: Actor;
let card: (index: number) => string;
let externalIds: string[];
let hidden: Awaited<ReturnType<typeof makeBank>>;
const [firstSession, secondSession] = [uuidv4(), uuidv4()];

function event(index: number, when: Date, fields: object) {
  return {
    id: uuidv4(),
    cardId: card(index),
    reviewedAt: when.toISOString(),
    durationMs: 10_000,
    ...fields,
  };
}

/** Answers an event each; @returns the days on which their cards then fall due. */
async function record(actor: Actor, ...events: object[]): Promise<number[]> {
  const results = await recordReviews(actor, events.map(parseEvent), at(monday + 100));
  return results.map(({ status, state }) => {
    expect(status).toBe("applied");
    return state?.dueDay ?? 0;
  });
}

// The history, on which everything below rests. Every first answer is Easy: straight to review.
//   Mon  cards 0, 1, 2 are new; card 2 then undone and given again; card 3 suspended unseen
//   later, on the day it falls due (A): card 0 forgotten (Again), then Good on the same day
//   the day after that (B): card 1, due on A or near it, Hard; much too long an answer
let dayA: number;
let dayB: number;
let dueOfOne: number;

beforeAll(async () => {
  const bank = await makeBank({ cards: 6 });
  hidden = await makeBank({ visibility: "private" });
  card = (index) => bank.cards[index]?.cardId ?? "";
  externalIds = bank.cards.map(({ externalId }) => externalId);
  me = await makeActor();
  stranger = await makeActor();
  const easy = { grade: 4, sessionId: firstSession };
  const mistaken = event(2, at(monday, 3), { ...easy, grade: 1 });
  const [dueOfZero = 0, due = 0] = await record(
    me,
    event(0, at(monday, 1), easy),
    event(1, at(monday, 2), easy),
    mistaken,
  );
  await record(
    me,
    event(2, at(monday, 4), { kind: "undo", targetId: mistaken.id, sessionId: firstSession }),
    event(2, at(monday, 5), easy),
    event(3, at(monday, 6), { kind: "suspend" }),
  );
  dueOfOne = due;
  dayA = dueOfZero;
  dayB = Math.max(dayA + 1, dueOfOne + 1);
  await record(
    me,
    event(0, at(dayA), { grade: 1, sessionId: secondSession }),
    event(0, at(dayA, 11), { grade: 3, sessionId: secondSession }),
  );
  await record(me, event(1, at(dayB), { grade: 2, durationMs: 86_000_000 }));
});

test("study days count answers that hold, and no answer for longer than a quarter of an hour", async () => {
  expect(await listStudyDays(me)).toEqual([
    { day: monday, reviews: 3, introduced: 3, durationMs: 30_000 },
    { day: dayA, reviews: 2, introduced: 0, durationMs: 20_000 },
    { day: dayB, reviews: 1, introduced: 0, durationMs: 900_000 },
  ]);
});

test("cards wait from the day they fall due; suspended ones never do", async () => {
  const spans = await listWaitingSpans(me, { today: dayB, rungs });
  expect(spans).toContainEqual({ from: dueOfOne, until: dayB });
  expect(spans.every(({ from }) => from > monday)).toBe(true);
});

test("a suspended card waits for nobody, until it is taken back", async () => {
  const other = await makeActor();
  const waiting = async () =>
    (await listWaitingSpans(other, { today: dayB + 200, rungs })).filter(
      ({ until }) => until === dayB + 200,
    );
  await record(other, event(1, at(dayB), { grade: 4 }));
  const before = await waiting();
  expect(before).toHaveLength(1);
  await record(other, event(1, at(dayB, 5), { kind: "suspend" }));
  expect(await waiting()).toEqual([]);
  await record(other, event(1, at(dayB, 6), { kind: "unsuspend" }));
  expect(await waiting()).toEqual(before);
});

test("true retention counts the first answer of a day to a card in review; Hard is a pass", async () => {
  const weeks = await listRetentionByWeek(me);
  expect(weeks.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(weeks.reduce((sum, { count, share }) => sum + count * share, 0)).toBe(1);
  for (const week of weeks) {
    expect((week.monday - monday) % 7).toBe(0);
    expect(week.desired).toBeCloseTo(0.9);
    expect(week.predicted).toBeGreaterThan(0.8);
  }
  expect(await listRetentionByWeek(me, "no-such-topic")).toEqual([]);
  expect(await readCalibration(me)).toMatchObject({ count: 2, bins: [] });
});

test("sessions hold what was answered in them and not taken back", async () => {
  const sessions = await listSessions(me, { limit: 10 });
  expect(
    sessions.map(({ sessionId, answers, cards, grades }) => ({
      sessionId,
      answers,
      cards,
      grades,
    })),
  ).toEqual([
    { sessionId: secondSession, answers: 2, cards: 1, grades: { 1: 1, 2: 0, 3: 1, 4: 0 } },
    { sessionId: firstSession, answers: 3, cards: 3, grades: { 1: 0, 2: 0, 3: 0, 4: 3 } },
  ]);
  expect(sessions[1]?.startedAt).toEqual(new Date(at(monday, 1).getTime() - 10_000));
  const detail = await getSession(me, secondSession, at(dayB));
  expect(detail.cards).toHaveLength(1);
  expect(detail.cards[0]).toMatchObject({
    grades: [1, 3],
    durationMs: 20_000,
    wasNew: false,
    missedPoints: [],
  });
  expect(detail.cards[0]?.label.title).toBe(externalIds[0]);
});

test("what was missed lately names the card and where to read it", async () => {
  const missed = await listMissed(me, { since: monday, limit: 5 });
  expect(missed).toHaveLength(1);
  expect(missed[0]).toMatchObject({ times: 1, lastAt: at(dayA) });
  expect(missed[0]?.label.path).toContain("/topics/sample/myths/");
  expect(await listMissed(me, { since: dayA + 1, limit: 5 })).toEqual([]);
});

test("today: counts, a streak over idle days, the last session", async () => {
  const today = await getToday(me, at(dayA, 60));
  expect(today.done).toMatchObject({ day: dayA, reviews: 2 });
  expect(today.lastSession?.sessionId).toBe(secondSession);
  expect(today.forecast).toHaveLength(14);
  expect(today.forecast[0]?.due).toBe(today.counts.due + today.counts.learning);
  const newcomer = await getToday(stranger, at(monday));
  expect(newcomer).toMatchObject({
    hasHistory: false,
    lastSession: null,
    missed: [],
    streak: { current: 0, longest: 0 },
  });
  expect(newcomer.counts).toEqual({ new: 6, learning: 0, due: 0 });
});

test("memory by topic counts what was started and what was not", async () => {
  const { topics, streak } = await getProgress(me, at(dayB));
  expect(topics).toHaveLength(1);
  expect(topics[0]).toMatchObject({ started: 3, notStarted: 3, topic: { slug: "sample" } });
  expect(topics[0]?.bands.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(streak.longest).toBeGreaterThanOrEqual(1);
  const topic = await getTopicProgress(me, "sample", at(dayB));
  expect(topic.weakest).toHaveLength(3);
  const recalls = topic.weakest.map(({ recall }) => recall ?? 0);
  expect(recalls).toEqual(recalls.toSorted((a, b) => a - b));
});

test("cards are found by state and by words", async () => {
  const count = async (filter: object) =>
    (await listCards(me, { ...noFilter, ...filter }, at(dayB))).total;
  expect(await count({})).toBe(3);
  expect(await count({ show: "new" })).toBe(3);
  expect(await count({ show: "suspended" })).toBe(1);
  expect(await count({ show: "review" })).toBe(3);
  expect(await count({ show: "marked" })).toBe(0);
  expect(await count({ q: externalIds[1] })).toBe(1);
  expect(await count({ q: "100%" })).toBe(0);
  expect(await count({ topic: "elsewhere" })).toBe(0);
});

test("a card's page tells everything that happened to it", async () => {
  const found = await getCard(me, card(2), at(dayB));
  expect(found.entries.map(({ kind, undone }) => [kind, undone])).toEqual([
    ["review", false],
    ["review", true],
  ]);
  expect(found).toMatchObject({ reps: 1, lapses: 0, phase: "review" });
});

test("strangers see nothing of it", async () => {
  const codeOf = (asked: Promise<unknown>) =>
    asked.then(
      () => "seen",
      (error: unknown) => (error instanceof AppError ? error.code : error),
    );
  const hiddenCard = hidden.cards[0]?.cardId ?? "";
  const asked = [
    getCard(stranger, card(0), at(dayB)),
    getCard(me, hiddenCard, at(dayB)),
    getCard(me, uuidv4(), at(dayB)),
    getCard(me, "not-an-id", at(dayB)),
    getSession(stranger, firstSession, at(dayB)),
    getSession(me, uuidv4(), at(dayB)),
    getSession(me, "not-an-id", at(dayB)),
    getTopicProgress(me, "no-such-topic", at(dayB)),
  ];
  expect(await Promise.all(asked.map(codeOf))).toEqual(asked.map(() => "NOT_FOUND"));
  expect(await listStudyDays(stranger)).toEqual([]);
  expect(await listSessions(stranger, { limit: 5 })).toEqual([]);
  expect(await listSessions(stranger, { limit: 5, sessionId: firstSession })).toEqual([]);
  expect(await listRetentionByWeek(stranger)).toEqual([]);
  expect(await listMissed(stranger, { since: 0, limit: 5 })).toEqual([]);
  expect((await listCards(stranger, noFilter, at(dayB))).total).toBe(0);
});
