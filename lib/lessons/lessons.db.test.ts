import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { exportAccount } from "#lib/accounts/export-account.ts";
import { mergeGuest } from "#lib/accounts/merge-guest.ts";
import { listAllPaths } from "#lib/content/queries.ts";
import { pool, prisma } from "#lib/db.ts";
import {
  findContinuation,
  getLesson,
  getTrack,
  listLessons,
  listTracks,
} from "#lib/lessons/queries.ts";
import { getSection, recordProgress } from "#lib/lessons/record-progress.ts";
import { listDueCards } from "#lib/reviews/due-cards.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import { searchContent } from "#lib/search/queries.ts";
import type { Actor } from "#lib/session.ts";
import { CorpusDirectory } from "#seed/corpus-fixture.ts";
import { lessonFile, writeLessons } from "#seed/corpus-fixture-lessons.ts";
import { makeActor } from "#seed/factories.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

const track = "/lessons/sample-track";
const first = `${track}/1-what-a-process-sees`;
const lessons = [1, 2, 3].map((position) =>
  lessonFile({ position, cards: position === 2 ? "left-right, gone" : "myth-hidden, sample-1" }),
);

beforeAll(async () => {
  const corpus = await CorpusDirectory.create();
  await writeLessons(corpus, lessons);
  await corpus.load(pool());
  await corpus.dispose();
});

const read = (actor: Actor, section: string, lesson = "lesson-sample-1") =>
  recordProgress(actor, { lesson, section, read: true });
const progressOf = (actor: Actor) =>
  prisma().lessonProgress.findMany({ where: { userId: actor.userId } });
const openFirst = (actor: Actor | null) =>
  getLesson(actor, "sample-track", "1-what-a-process-sees");

/** While something about the content is otherwise; put back afterwards. */
async function meanwhile(change: string, back: string, check: () => Promise<void>): Promise<void> {
  await pool().query(change);
  try {
    await check();
  } finally {
    await pool().query(back);
  }
}

describe("reading lessons", () => {
  it("lists tracks with their lessons in order", async () => {
    const [found] = await listTracks(null);
    expect(found).toMatchObject({ name: "Sample track", path: track });
    expect(found?.lessons).toHaveLength(3);
    expect(found?.lessons[1]).toMatchObject({
      ...{ id: "lesson-sample-2", place: 2, of: 3, minutes: 3, read: [], lastReadAt: null },
      sections: [
        { id: "shows", title: "What it shows" },
        { id: "hides", title: "What it hides" },
      ],
    });
    expect(await getTrack(null, "sample-track")).toEqual(found);
    expect(await listLessons(null, "sample")).toEqual(found?.lessons);
  });

  it("gives a lesson with its place, its neighbours and what it takes", async () => {
    const page = await openFirst(null);
    expect(page).toMatchObject({ path: first, place: 1, of: 3, previous: null });
    expect(page.next).toMatchObject({ path: `${track}/2-what-a-process-sees`, number: 2 });
    expect(page.taken.comparisons.get("left-right")?.path).toBe("/compare/left-right");
    expect([...page.taken.myths.keys()]).toEqual(["myth-hidden"]);
    expect(page.taken.cards.map(({ id }) => id)).toEqual(["myth-hidden", "sample-1"]);
  });

  it("leaves out quietly what is gone or not to be read", async () => {
    const second = await getLesson(null, "sample-track", "2-what-a-process-sees");
    expect(second.taken.cards.map(({ id }) => id)).toEqual(["left-right"]);
    await meanwhile(
      "UPDATE content_items SET status = 'retired' WHERE kind IN ('myth', 'comparison')",
      "UPDATE content_items SET status = 'published' WHERE kind IN ('myth', 'comparison')",
      async () => {
        const { taken } = await openFirst(null);
        expect([taken.comparisons.size, taken.myths.size]).toEqual([0, 0]);
        expect(taken.cards.map(({ id }) => id)).toEqual(["sample-1"]);
      },
    );
  });

  it("counts places among what there is", async () => {
    await meanwhile(
      "UPDATE content_items SET status = 'retired' WHERE external_id = 'lesson-sample-2'",
      "UPDATE content_items SET status = 'published' WHERE external_id = 'lesson-sample-2'",
      async () => {
        const last = await getLesson(null, "sample-track", "3-what-a-process-sees");
        expect(last).toMatchObject({ place: 2, of: 2, next: null, previous: { path: first } });
      },
    );
  });

  it.each<[string, () => Promise<unknown>]>([
    ["track", () => getTrack(null, "nothing")],
    ["track of an impossible address", () => getTrack(null, "a\0b")],
    ["lesson", () => getLesson(null, "sample-track", "9-nothing")],
    ["lesson of another track", () => getLesson(null, "nothing", "1-what-a-process-sees")],
    ["lesson of an impossible address", () => getLesson(null, "\0", "1-what-a-process-sees")],
    ["topic's lessons", () => listLessons(null, "nothing")],
  ])("does not know an unknown %s", async (_what, open) => {
    await expect(open()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("is found by the site map and by search, down to the section", async () => {
    const paths = (await listAllPaths()).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining([track, first]));
    const { results } = await searchContent(null, "ten times ten is a hundred", 10);
    expect(results[0]).toMatchObject({ kind: "lesson", section: "What it hides" });
    expect(results[0]?.path).toMatch(/-what-a-process-sees#hides$/);
  });
});

describe("progress", () => {
  it("is kept by section, once, and leads on", async () => {
    const actor = await makeActor();
    expect(await read(actor, "shows")).toBe(`${first}#hides`);
    expect(await read(actor, "shows")).toBe(`${first}#hides`);
    expect(await progressOf(actor)).toHaveLength(1);
    expect((await openFirst(actor)).read).toEqual(["shows"]);
    expect(await read(actor, "hides")).toBe(`${first}#takeaways`);
    expect((await openFirst(actor)).read).toEqual(["shows", "hides"]);
    expect((await openFirst(await makeActor())).read).toEqual([]);
  });

  it("can be taken back, also when there was none", async () => {
    const actor = await makeActor();
    await read(actor, "hides");
    const undo = { lesson: "lesson-sample-1", section: "hides", read: false };
    expect(await recordProgress(actor, undo)).toBe(`${first}#hides`);
    expect(await recordProgress(actor, undo)).toBe(`${first}#hides`);
    expect(await progressOf(actor)).toEqual([]);
  });

  it.each([
    ["lesson-sample-1", "nothing"],
    ["lesson-nothing", "shows"],
    ["sample-1", "brief"],
  ])("is refused for what does not exist: %s, %s", async (lesson, section) => {
    const actor = await makeActor();
    await expect(read(actor, section, lesson)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(getSection(null, { lesson, section })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await progressOf(actor)).toEqual([]);
  });

  it("says where to go on", async () => {
    const actor = await makeActor();
    expect(await findContinuation(actor)).toBeNull();
    await read(actor, "shows");
    expect(await findContinuation(actor)).toMatchObject({
      lesson: { path: first },
      section: { id: "hides" },
      sectionNumber: 2,
    });
    await read(actor, "hides");
    expect(await findContinuation(actor)).toMatchObject({
      lesson: { place: 2 },
      section: { id: "shows" },
    });
  });

  it("of a section that the lesson has lost counts for nothing", async () => {
    const actor = await makeActor();
    const { id: itemId } = await prisma().contentItem.findFirstOrThrow({
      where: { externalId: "lesson-sample-1" },
    });
    await prisma().lessonProgress.create({
      data: { userId: actor.userId, itemId, section: "formerly" },
    });
    expect((await openFirst(actor)).read).toEqual([]);
    expect(await findContinuation(actor)).toBeNull();
  });

  it("goes with a guest into the account, the later reading winning", async () => {
    const [account, guest] = [await makeActor({ email: "reader@example.org" }), await makeActor()];
    await read(account, "shows");
    await read(guest, "shows");
    await read(guest, "hides");
    const [later] = await prisma().lessonProgress.findMany({
      where: { userId: guest.userId, section: "shows" },
    });
    await mergeGuest(guest, account.userId);
    const merged = await progressOf(account);
    expect(merged.map(({ section }) => section).sort()).toEqual(["hides", "shows"]);
    expect(merged.find(({ section }) => section === "shows")?.readAt).toEqual(later?.readAt);
    expect(await progressOf(guest)).toEqual([]);
  });

  it("is in the export by the ids of the files", async () => {
    const actor = await makeActor();
    await read(actor, "shows");
    let text = "";
    for await (const piece of await exportAccount(actor, new Date())) text += piece;
    expect(JSON.parse(text)).toMatchObject({
      lessonsRead: [
        {
          content: { organization: "whetstone", bank: "public", id: "lesson-sample-1" },
          section: "shows",
        },
      ],
    });
  });
});

describe("the cards of a lesson", () => {
  const due = (actor: Actor, item: string) => listDueCards(actor, { limit: 100, item }, new Date());

  it("are those it tells to take along, in the order of introduction", async () => {
    const { cards, counts } = await due(await makeActor(), "lesson-sample-1");
    const positions = cards.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    expect(cards.map(({ kind }) => kind).sort()).toEqual(["myth", "question", "question"]);
    expect(counts).toEqual({ new: 3, learning: 0, due: 0 });
  });

  it("hold only rungs that are practised, and none that was suspended", async () => {
    const actor = await makeActor();
    await prisma().studySettings.update({
      where: { userId: actor.userId },
      data: { rungs: ["brief"] },
    });
    const { cards } = await due(actor, "lesson-sample-1");
    expect(cards.map(({ kind }) => kind).sort()).toEqual(["myth", "question"]);
    const suspensions = cards.map(({ id: cardId }) => ({
      ...{ id: randomUUID(), cardId, kind: "suspend" },
      reviewedAt: new Date().toISOString(),
    }));
    await recordReviews(actor, suspensions.map(parseEvent), new Date());
    expect((await due(actor, "lesson-sample-1")).cards).toEqual([]);
  });

  it("are nobody's when there is no such lesson", async () => {
    await expect(due(await makeActor(), "lesson-nothing")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
