import fc from "fast-check";
import { v4 as uuidv4 } from "uuid";
import { beforeAll, describe, expect, test } from "vitest";
import { pool } from "#lib/db.ts";
import { listEventsByCard } from "#lib/reviews/event-rows.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import { type CardStateRow, cardStateColumns, toCardState } from "#lib/reviews/state-rows.ts";
import type { CardState } from "#lib/scheduler/card-state.ts";
import { foldCard } from "#lib/scheduler/fold.ts";
import type { Actor } from "#lib/session.ts";
import { makeActor, makeBank } from "#seed/factories.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

const parameters = { maximumIntervalDays: 36_500, fuzz: true };
const start = Date.UTC(2026, 0, 5, 12);
const dayMs = 86_400_000;
let cardIds: string[] = [];
let privateCardId = "";

beforeAll(async () => {
  cardIds = (await makeBank({ cards: 4 })).cards.map(({ cardId }) => cardId);
  privateCardId = (await makeBank({ visibility: "private" })).cards[0]?.cardId ?? "";
});

interface Sent {
  id: string;
  cardId: string;
  reviewedAt: string;
  [field: string]: unknown;
}

function review(cardIndex: number, atMs: number, grade = 3, id = uuidv4()): Sent {
  return {
    id,
    cardId: cardIds[cardIndex] ?? "",
    grade,
    reviewedAt: new Date(atMs).toISOString(),
    durationMs: 4000,
  };
}

function undo(target: Sent, atMs: number): Sent {
  return {
    id: uuidv4(),
    kind: "undo",
    cardId: target.cardId,
    targetId: target.id,
    reviewedAt: new Date(atMs).toISOString(),
  };
}

const record = (actor: Actor, events: unknown[], receivedAt = new Date(start + 400 * dayMs)) =>
  recordReviews(actor, events.map(parseEvent), receivedAt);

async function storedState(actor: Actor, cardId: string): Promise<CardState | null> {
  const { rows } = await pool().query<CardStateRow>({
    text: `SELECT ${cardStateColumns} FROM card_states s WHERE user_id = $1 AND card_id = $2`,
    values: [actor.userId, cardId],
  });
  return rows[0] ? toCardState(rows[0]) : null;
}

async function countEvents(actor: Actor): Promise<number> {
  const { rows } = await pool().query<{ n: number }>({
    text: "SELECT count(*)::int AS n FROM review_events WHERE user_id = $1",
    values: [actor.userId],
  });
  return rows[0]?.n ?? 0;
}

/** Every stored state equals the fold of the stored events. */
async function expectStatesToEqualFolds(actor: Actor): Promise<void> {
  const events = await listEventsByCard(pool(), actor.userId, cardIds);
  for (const cardId of cardIds) {
    const expected = events.has(cardId) ? foldCard(events.get(cardId) ?? [], parameters) : null;
    expect(await storedState(actor, cardId)).toEqual(expected);
  }
}

describe("recording", () => {
  test("applies a review and answers with the state that is stored", async () => {
    const actor = await makeActor();
    const [result] = await record(actor, [review(0, start)]);
    expect(result?.status).toBe("applied");
    expect(result?.state).toMatchObject({ phase: "learning", reps: 1 });
    expect(await storedState(actor, cardIds[0] ?? "")).toEqual(result?.state);
  });

  test("one event posted 50 times at once becomes one row", async () => {
    const actor = await makeActor();
    const event = review(0, start);
    const results = await Promise.all(Array.from({ length: 50 }, () => record(actor, [event])));
    const statuses = results.map(([result]) => result?.status);
    expect(statuses.filter((status) => status === "applied")).toHaveLength(1);
    expect(statuses.filter((status) => status === "duplicate")).toHaveLength(49);
    expect(await countEvents(actor)).toBe(1);
    expect((await storedState(actor, cardIds[0] ?? ""))?.reps).toBe(1);
  });

  test("eight writers of one user lose nothing", async () => {
    const actor = await makeActor();
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let step = 0; step < 12; step += 1) {
        await record(actor, [
          review(
            (writer + step) % 4,
            start + step * dayMs + writer * 1000,
            1 + ((writer + step) % 4),
          ),
        ]);
      }
    });
    await Promise.all(writers);
    expect(await countEvents(actor)).toBe(96);
    await expectStatesToEqualFolds(actor);
  });

  test("the same id with other content is a conflict, and changes nothing", async () => {
    const actor = await makeActor();
    const event = review(0, start);
    await record(actor, [event]);
    const [result] = await record(actor, [{ ...event, grade: 1 }]);
    expect(result?.status).toBe("conflict");
    expect(await countEvents(actor)).toBe(1);
    expect((await storedState(actor, cardIds[0] ?? ""))?.stability).toBeCloseTo(2.3065, 3);
  });

  test("an id twice in one batch counts once", async () => {
    const actor = await makeActor();
    const event = review(0, start);
    const results = await record(actor, [event, event, { ...event, grade: 1 }]);
    expect(results.map(({ status }) => status)).toEqual(["applied", "duplicate", "conflict"]);
    expect(await countEvents(actor)).toBe(1);
  });

  test("what is bad in a batch is named, what is good is kept", async () => {
    const actor = await makeActor();
    const results = await record(actor, [
      { ...review(0, start), grade: 7 },
      review(1, start),
      { ...review(2, start), cardId: uuidv4() },
      "nonsense",
      { ...review(2, start), cardId: privateCardId },
      { ...review(2, start), reviewedAt: "yesterday" },
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      "rejected",
      "applied",
      "rejected",
      "rejected",
      "rejected",
      "rejected",
    ]);
    expect(results[0]?.reason).toMatch(/^grade: /);
    expect(results[2]?.reason).toBe(results[4]?.reason);
    expect(results[5]?.reason).toMatch(/^reviewedAt: /);
    expect(await countEvents(actor)).toBe(1);
  });

  test("the future is set back to five minutes after receipt", async () => {
    const actor = await makeActor();
    const receivedAt = new Date(start);
    await record(actor, [review(0, start + 3 * dayMs)], receivedAt);
    const events = await listEventsByCard(pool(), actor.userId, cardIds);
    expect(events.get(cardIds[0] ?? "")?.[0]?.reviewedAt).toBe(start + 5 * 60_000);
  });
});

describe("order", () => {
  test("a late event is folded in where it belongs", async () => {
    const [late, inOrder] = [await makeActor(), await makeActor()];
    const events = [review(0, start), review(0, start + dayMs), review(0, start + 5 * dayMs, 1)];
    const [first, second, third] = events;
    await record(late, [first, third]);
    await record(late, [second]);
    await record(inOrder, events);
    expect(await storedState(late, cardIds[0] ?? "")).toEqual(
      await storedState(inOrder, cardIds[0] ?? ""),
    );
    await expectStatesToEqualFolds(late);
  });

  test("an undo counts whether it comes before or after what it takes back", async () => {
    const [after, before] = [await makeActor(), await makeActor()];
    const kept = review(0, start);
    const mistake = review(0, start + dayMs, 1);
    const takenBack = undo(mistake, start + dayMs + 1000);
    await record(after, [kept, mistake]);
    await record(after, [takenBack]);
    await record(before, [takenBack]);
    await record(before, [mistake]);
    await record(before, [kept]);
    const state = await storedState(after, cardIds[0] ?? "");
    expect(state).toMatchObject({ reps: 1, lapses: 0 });
    expect(await storedState(before, cardIds[0] ?? "")).toEqual(state);
    const { rows } = await pool().query<{ undone_by_id: string | null }>({
      text: "SELECT undone_by_id FROM review_events WHERE user_id = ANY($1) AND id = $2",
      values: [[after.userId, before.userId], mistake.id],
    });
    expect(rows.map(({ undone_by_id }) => undone_by_id)).toEqual([takenBack.id, takenBack.id]);
  });

  test("any order, any batches and any repeats give the same states", async () => {
    const plan = fc.array(
      fc.record({
        card: fc.nat(2),
        hours: fc.nat(60 * 24),
        grade: fc.integer({ min: 1, max: 4 }),
        undone: fc.nat(9),
      }),
      { minLength: 1, maxLength: 14 },
    );
    await fc.assert(
      fc.asyncProperty(
        plan,
        fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
        async (steps, random) => {
          const events = steps.flatMap(({ card, hours, grade, undone }) => {
            const event = review(card, start + hours * 3_600_000, grade);
            return undone === 0 ? [event, undo(event, start + hours * 3_600_000 + 5000)] : [event];
          });
          const [straight, shuffled] = [await makeActor(), await makeActor()];
          await record(straight, events);
          const draw = () => Number(random.next().value);
          const order = [...events, ...events]
            .map((event) => ({ event, key: draw() }))
            .sort((a, b) => a.key - b.key);
          while (order.length > 0)
            await record(
              shuffled,
              order.splice(0, 1 + Math.floor(draw() * 4)).map(({ event }) => event),
            );
          expect(await countEvents(shuffled)).toBe(events.length);
          await expectStatesToEqualFolds(straight);
          for (const cardId of cardIds)
            expect(await storedState(shuffled, cardId)).toEqual(
              await storedState(straight, cardId),
            );
        },
      ),
      { numRuns: 25 },
    );
  });

  test("what is kept beside the events does not depend on the order of arrival", async () => {
    const [straight, reversed] = [await makeActor(), await makeActor()];
    const events = [0, 1, 4, 9].map((days) => review(0, start + days * dayMs));
    await record(straight, events);
    for (const event of events.toReversed()) await record(reversed, [event]);
    const derived = async (actor: Actor): Promise<unknown[]> => {
      const { rows } = await pool().query<Record<string, unknown>>({
        text: "SELECT id, phase_before, predicted, due_day_after FROM review_events WHERE user_id = $1 ORDER BY reviewed_at",
        values: [actor.userId],
      });
      return rows;
    };
    expect(await derived(reversed)).toEqual(await derived(straight));
  });
});

test("one person's events are nobody else's", async () => {
  const [mine, theirs] = [await makeActor(), await makeActor()];
  const event = review(0, start);
  await record(mine, [event]);
  const [result] = await record(theirs, [event]);
  expect(result?.status).toBe("applied");
  expect(await countEvents(mine)).toBe(1);
  await record(theirs, [undo(event, start + 1000)]);
  expect((await storedState(mine, cardIds[0] ?? ""))?.reps).toBe(1);
});
