import { v4 as uuidv4 } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mergeGuest } from "#lib/accounts/merge-guest.ts";
import { pool, prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { recordProgress } from "#lib/lessons/record-progress.ts";
import { countDue, listDueCards } from "#lib/reviews/due-cards.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import type { Actor } from "#lib/session.ts";
import { followPath } from "#lib/study-paths/follow-path.ts";
import { findFollowedPath, getPath, listPaths } from "#lib/study-paths/queries.ts";
import { stopFollowing } from "#lib/study-paths/stop-following.ts";
import { CorpusDirectory, pathFile, questionFile } from "#seed/corpus-fixture.ts";
import { lessonFile, writeLessons } from "#seed/corpus-fixture-lessons.ts";
import { makeActor } from "#seed/factories.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

const noon = new Date(Date.UTC(2026, 0, 5, 12));
const daysLater = (days: number) => new Date(noon.getTime() + days * 86_400_000);
const sampler = "path-sampler";

let corpus: CorpusDirectory;
beforeAll(async () => {
  corpus = await CorpusDirectory.create();
  for (let number = 2; number <= 30; number += 1)
    await corpus.write(
      `questions/${number}-more.md`,
      questionFile({ number, slug: `${number}-more`, title: `Question ${number}` }),
    );
  await writeLessons(corpus, [lessonFile()]);
  await corpus.writePath(
    pathFile({
      weeks: [
        ["lesson-sample-1", "sample-20", "decision-sharing", "gone"],
        ["sample-10", "myth-hidden", "left-right"],
      ],
    }),
  );
  await corpus.load(pool());
});
afterAll(() => corpus.dispose());

/** What cards of the queue are about: "sample-20 brief". */
async function named(ids: readonly string[]): Promise<string[]> {
  const { rows } = await pool().query<{ id: string; name: string }>({
    text: `SELECT c.id, trim(i.external_id || ' ' || c.key) AS name
             FROM cards c JOIN content_items i ON i.id = c.item_id WHERE c.id = ANY($1)`,
    values: [ids],
  });
  return ids.map((id) => rows.find((row) => row.id === id)?.name ?? id);
}

async function queue(actor: Actor, query: { item?: string; week?: number } = {}, now = noon) {
  const { cards, counts } = await listDueCards(actor, { limit: 100, ...query }, now);
  const names = await named(cards.map(({ id }) => id));
  return { names, counts, idOf: (name: string) => cards[names.indexOf(name)]?.id ?? "none" };
}

const event = (cardId: string, fields: object = { grade: 4, durationMs: 1 }) =>
  parseEvent({ id: uuidv4(), cardId, reviewedAt: noon.toISOString(), ...fields });

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error = await work.catch((thrown: unknown) => thrown);
  return error instanceof AppError ? `${error.code}: ${error.message}` : error;
}

test("without a path new cards come as ever, with one its cards come first, then the others", async () => {
  const actor = await makeActor();
  const before = await queue(actor);
  expect(before.names[0]).toBe("sample-1 super-brief");
  expect(before.counts.new).toBe(20);

  expect(await followPath(actor, sampler)).toBe("/paths/sampler");
  const after = await queue(actor);
  expect(after.names.slice(0, 4)).toEqual([
    "sample-20 super-brief",
    "decision-sharing",
    "sample-10 super-brief",
    "left-right aspect-0/left",
  ]);
  expect(after.counts.new).toBe(20);
  // Two questions, the decision, the myth and an aspect each of the comparison, one card of siblings a day.
  expect(after.names.slice(0, 12).filter((name) => name.startsWith("left-right"))).toHaveLength(8);
  const others = (names: readonly string[]) =>
    names.filter((name) => /^sample-(?!(10|20) )\d+ super/.test(name));
  expect(others(after.names)).toEqual(others(before.names).slice(0, others(after.names).length));
  expect(others(after.names)).not.toEqual([]);

  expect(await stopFollowing(actor, sampler)).toBe("/paths/sampler");
  expect(await queue(actor)).toMatchObject({ names: before.names, counts: before.counts });
});

test("the limits of the day and what was done hold on a path as well", async () => {
  const actor = await makeActor();
  await followPath(actor, sampler);
  await prisma().studySettings.update({ where: { userId: actor.userId }, data: { newPerDay: 2 } });
  const first = await queue(actor);
  expect(first.names).toEqual(["sample-20 super-brief", "decision-sharing"]);
  await recordReviews(actor, [event(first.idOf("sample-20 super-brief"))], noon);
  expect((await queue(actor)).names).toEqual(["decision-sharing"]);
  expect((await queue(actor, {}, daysLater(1))).names).toEqual([
    "sample-20 brief",
    "decision-sharing",
  ]);
});

test("a week is practised in the order of the path: only the person's rungs, nothing suspended", async () => {
  const actor = await makeActor();
  const first = await queue(actor, { item: sampler, week: 1 });
  expect(first.names).toEqual(["sample-20 super-brief", "sample-20 brief", "decision-sharing"]);
  expect(first.counts).toEqual({ new: 3, learning: 0, due: 0 });
  const all = await queue(actor, { item: sampler });
  expect(all.names.slice(0, 3)).toEqual(first.names);
  expect(all.names).toHaveLength(3 + 2 + 1 + 16);

  await prisma().studySettings.update({
    where: { userId: actor.userId },
    data: { rungs: ["detailed"] },
  });
  await recordReviews(actor, [event(first.idOf("decision-sharing"), { kind: "suspend" })], noon);
  expect((await queue(actor, { item: sampler, week: 1 })).names).toEqual(["sample-20 detailed"]);
});

test("of a week, what is new or due comes before what would come again later", async () => {
  const actor = await makeActor();
  const first = await queue(actor, { item: sampler, week: 1 });
  const [answered = ""] = first.names;
  await recordReviews(actor, [event(first.idOf(answered))], noon);
  const again = await queue(actor, { item: sampler, week: 1 });
  expect(again.names).toEqual([...first.names.slice(1), answered]);
  expect((await queue(actor, { item: sampler, week: 1 }, daysLater(60))).names).toEqual(
    first.names,
  );
});

test("with nothing in it that the person practises a week is empty, not missing", async () => {
  const actor = await makeActor();
  const { idOf } = await queue(actor, { item: sampler, week: 1 });
  await prisma().studySettings.update({ where: { userId: actor.userId }, data: { rungs: [] } });
  await recordReviews(actor, [event(idOf("decision-sharing"), { kind: "suspend" })], noon);
  expect((await queue(actor, { item: sampler, week: 1 })).names).toEqual([]);
});

test("a week that is not there, or of what has none, is not found", async () => {
  const actor = await makeActor();
  for (const query of [
    { item: sampler, week: 3 },
    { item: "no-such-path", week: 1 },
    { item: "myth-hidden", week: 1 },
  ])
    expect(await codeOf(queue(actor, query))).toMatch(/^NOT_FOUND/);
});

test("what is no path, is not there or may not be read is not followed, alike", async () => {
  const actor = await makeActor();
  const messages = [
    await codeOf(followPath(actor, "no-such-path")),
    await codeOf(followPath(actor, "myth-hidden")),
  ];
  await prisma().bank.updateMany({ data: { visibility: "private" } });
  try {
    messages.push(await codeOf(followPath(actor, sampler)));
  } finally {
    await prisma().bank.updateMany({ data: { visibility: "public" } });
  }
  expect(new Set(messages).size).toBe(1);
  expect(messages[0]).toMatch(/^NOT_FOUND/);
  expect(await findFollowedPath(actor, noon)).toBeNull();
});

test("a followed path that may not be read any more is as good as none", async () => {
  const actor = await makeActor();
  const before = await queue(actor);
  await followPath(actor, sampler);
  await prisma().contentItem.updateMany({
    where: { externalId: sampler },
    data: { status: "retired" },
  });
  try {
    expect((await queue(actor)).names).toEqual(before.names);
    expect(await countDue(actor, noon)).toMatchObject({ new: 20 });
    expect(await findFollowedPath(actor, noon)).toBeNull();
  } finally {
    await prisma().contentItem.updateMany({
      where: { externalId: sampler },
      data: { status: "published" },
    });
  }
});

test("the pages tell what is known, and where one is", async () => {
  const actor = await makeActor();
  await followPath(actor, sampler);
  const week = await queue(actor, { item: sampler, week: 1 });
  await recordReviews(actor, [event(week.idOf("decision-sharing"))], noon);

  const [listed] = await listPaths(actor, noon);
  expect(listed).toMatchObject({ role: "Sampler", weeks: 2, items: 6, isFollowed: true });
  expect(listed?.standing).toEqual({
    ...{ cards: 22, begun: 1, expected: 1 },
    ...{ sections: 2, sectionsRead: 0 },
  });
  const path = await getPath(actor, "sampler", noon);
  expect(path.weeks.map(({ items }) => items.map(({ id }) => id))).toEqual([
    ["lesson-sample-1", "sample-20", "decision-sharing"],
    ["sample-10", "myth-hidden", "left-right"],
  ]);
  expect(path.weeks[0]?.items[2]).toMatchObject({
    path: "/topics/sample/decisions/sharing-a-kernel",
    standing: { cards: 1, begun: 1 },
  });
  expect(path.place).toMatchObject({ week: { number: 1 }, next: { id: "lesson-sample-1" } });

  await recordProgress(actor, { lesson: "lesson-sample-1", section: "shows", read: true });
  const { weeks } = await getPath(actor, "sampler", noon);
  expect(weeks[0]?.items[0]).toMatchObject({
    path: "/lessons/sample-track/1-what-a-process-sees",
    minutes: 3,
    standing: { cards: 0, sections: 2, sectionsRead: 1 },
  });
  await recordProgress(actor, { lesson: "lesson-sample-1", section: "hides", read: true });
  expect(await findFollowedPath(actor, noon)).toMatchObject({
    place: { next: { id: "sample-20" } },
  });

  for (const name of ["sample-20 super-brief", "sample-20 brief"])
    await recordReviews(actor, [event(week.idOf(name))], noon);
  expect(await findFollowedPath(actor, noon)).toMatchObject({
    path: "/paths/sampler",
    weeks: 2,
    place: { week: { number: 2, title: "Week 2" }, next: { id: "sample-10" } },
  });
});

test("nobody sees the same path without figures", async () => {
  const [listed] = await listPaths(null, noon);
  expect(listed).toMatchObject({ weeks: 2, items: 6, standing: null, isFollowed: false });
  const { weeks, place } = await getPath(null, "sampler", noon);
  expect(weeks[0]?.items.map(({ standing }) => standing)).toEqual([null, null, null]);
  expect(place).toBeNull();
});

test("leaving a path that is not followed leaves the other alone", async () => {
  const actor = await makeActor();
  const other = await prisma().contentItem.findFirstOrThrow({ where: { kind: "myth" } });
  await prisma().studySettings.update({
    where: { userId: actor.userId },
    data: { pathId: other.id },
  });
  await stopFollowing(actor, sampler);
  const settings = await prisma().studySettings.findUniqueOrThrow({
    where: { userId: actor.userId },
  });
  expect(settings.pathId).toBe(other.id);
});

test("a guest's path goes with them into an account that follows none", async () => {
  const [guest, account] = [
    await makeActor(),
    await makeActor({ email: `${uuidv4()}@example.org` }),
  ];
  await followPath(guest, sampler);
  await mergeGuest(guest, account.userId);
  expect(await findFollowedPath(account, noon)).toMatchObject({ id: sampler });

  const another = await makeActor();
  await mergeGuest(another, account.userId);
  expect(await findFollowedPath(account, noon)).toMatchObject({ id: sampler });
});
