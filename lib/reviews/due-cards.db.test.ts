import { v4 as uuidv4 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { countDue, listDueCards } from "#lib/reviews/due-cards.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import type { Actor } from "#lib/session.ts";
import { makeActor, makeBank } from "#seed/factories.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

const noon = new Date(Date.UTC(2026, 0, 5, 12));
const daysLater = (days: number) => new Date(noon.getTime() + days * 86_400_000);
let bank: Awaited<ReturnType<typeof makeBank>>;
let hidden: Awaited<ReturnType<typeof makeBank>>;

beforeAll(async () => {
  bank = await makeBank({ cards: 25 });
  hidden = await makeBank({ visibility: "private" });
});

const event = (cardId: string, at: Date, fields: object = { grade: 4, durationMs: 1 }) => ({
  id: uuidv4(),
  cardId,
  reviewedAt: at.toISOString(),
  ...fields,
});
const record = (actor: Actor, events: object[]) =>
  recordReviews(actor, events.map(parseEvent), daysLater(100));
const due = (actor: Actor, now: Date, item?: string) =>
  listDueCards(actor, { limit: 100, ...(item !== undefined && { item }) }, now);
const card = (index: number) => bank.cards[index]?.cardId ?? "";

test("a newcomer gets the day's share of new cards, in order", async () => {
  const actor = await makeActor();
  const { cards, counts } = await due(actor, noon);
  expect(counts).toEqual({ new: 20, learning: 0, due: 0 });
  expect(cards.map(({ id }) => id)).toEqual(bank.cards.slice(0, 20).map(({ cardId }) => cardId));
  expect(cards[0]?.face).toMatchObject({ kind: "myth", claim: "What is hidden is safe." });
});

test("what was introduced today counts against the limit, what was undone does not", async () => {
  const actor = await makeActor();
  const answered = event(card(0), noon);
  const mistaken = event(card(1), noon);
  await record(actor, [answered, mistaken]);
  expect(await countDue(actor, noon)).toMatchObject({ new: 18 });
  await record(actor, [event(card(1), noon, { kind: "undo", targetId: mistaken.id })]);
  expect(await countDue(actor, noon)).toMatchObject({ new: 19 });
});

test("a card comes back when it is due, and not before", async () => {
  const actor = await makeActor();
  const [result] = await record(actor, [event(card(0), noon)]);
  const days = result?.state?.intervalDays ?? 0;
  expect(days).toBeGreaterThan(3);
  expect(await countDue(actor, daysLater(days - 1))).toMatchObject({ due: 0 });
  expect(await countDue(actor, daysLater(days))).toMatchObject({ due: 1 });
  expect((await due(actor, daysLater(days - 1))).dueTomorrow).toBe(1);
});

test("suspended and buried cards stay away, for good and for a day", async () => {
  const actor = await makeActor();
  await record(actor, [
    event(card(0), noon, { kind: "suspend" }),
    event(card(1), noon, { kind: "bury" }),
  ]);
  const today = (await due(actor, noon)).cards.map(({ id }) => id);
  expect(today).not.toContain(card(0));
  expect(today).not.toContain(card(1));
  const tomorrow = (await due(actor, daysLater(1))).cards.map(({ id }) => id);
  expect(tomorrow).not.toContain(card(0));
  expect(tomorrow).toContain(card(1));
});

test("one item can be practised at any time", async () => {
  const actor = await makeActor();
  await record(actor, [event(card(3), noon)]);
  const { cards } = await due(actor, noon, bank.cards[3]?.externalId);
  expect(cards.map(({ id }) => id)).toEqual([card(3)]);
});

test("what a stranger has hidden looks like what does not exist", async () => {
  const actor = await makeActor();
  const asked = [hidden.cards[0]?.externalId, "no-such-item"].map((item) =>
    due(actor, noon, item).catch((error: unknown) => error),
  );
  const [secret, missing] = await Promise.all(asked);
  expect(secret).toBeInstanceOf(AppError);
  expect(secret).toMatchObject({ code: "NOT_FOUND" });
  expect(secret).toEqual(missing);
  expect((await due(actor, noon)).cards.map(({ id }) => id)).not.toContain(hidden.cards[0]?.cardId);
});

test("limits and rungs are the person's own", async () => {
  const actor = await makeActor();
  await prisma().studySettings.update({ where: { userId: actor.userId }, data: { newPerDay: 3 } });
  expect(await countDue(actor, noon)).toMatchObject({ new: 3 });
});

test("a topic is practised by itself: what is due of it, and new cards beyond the day's share", async () => {
  const actor = await makeActor();
  const shown = (await due(actor, noon)).cards.map(({ id }) => id);
  await record(
    actor,
    shown.map((id) => event(id, noon)),
  );
  expect(await countDue(actor, noon)).toMatchObject({ new: 0 });
  const inTopic = await listDueCards(actor, { limit: 100, topic: "sample" }, noon);
  expect(inTopic.counts).toEqual({ new: 5, learning: 0, due: 0 });
  expect(inTopic.cards.map(({ id }) => id)).toEqual(
    bank.cards.slice(20).map(({ cardId }) => cardId),
  );
  const later = await listDueCards(actor, { limit: 100, topic: "sample" }, daysLater(300));
  expect(later.counts).toMatchObject({ new: 5, due: 20 });
  await expect(
    listDueCards(actor, { limit: 100, topic: "nothing-here" }, noon),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
});
