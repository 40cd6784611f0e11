import { beforeAll, describe, expect, it } from "vitest";
import {
  getComparison,
  getDecision,
  getMyth,
  getQuestion,
  getTopic,
  listAllPaths,
  listComparisons,
  listDecisions,
  listMyths,
  listQuestions,
  listTopics,
} from "#lib/content/queries.ts";
import { pool } from "#lib/db.ts";
import { CorpusDirectory, questionFile } from "#seed/corpus-fixture.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

beforeAll(async () => {
  const corpus = await CorpusDirectory.create();
  const related = "left-right, myth-hidden, gone";
  await corpus.write(
    "questions/7.md",
    questionFile({ number: 7, slug: "7-cgroups", title: "Cgroups", related }),
  );
  await corpus.write(
    "questions/44.md",
    questionFile({
      number: 44,
      slug: "44-hypervisors",
      title: "Hypervisors",
      variant: "{ slug: 44-guests, title: Guests, question: Who looks after guests? }",
    }),
  );
  await corpus.load(pool());
  await corpus.dispose();
});

describe("reading content", () => {
  it("lists topics with their counts", async () => {
    const counts = { question: 3, comparison: 1, myth: 1, decision: 1, lesson: 0, path: 0 };
    expect(await listTopics(null)).toEqual([
      {
        slug: "sample",
        name: "Sample",
        summary: "A topic for tests.",
        path: "/topics/sample",
        counts,
      },
    ]);
    expect(await getTopic(null, "sample")).toMatchObject({
      counts,
      tags: [
        { tag: "isolation-level", questions: 3 },
        { tag: "kernel", questions: 3 },
      ],
      levels: [{ level: "senior", questions: 3 }],
    });
  });

  it("finds a question under another wording of it, with the answer that they share", async () => {
    const first = await getQuestion(null, "sample", "44-hypervisors");
    const other = await getQuestion(null, "sample", "44-guests");
    expect(other.payload).toEqual(first.payload);
    expect([first.path, other.path]).toEqual(["/topics/sample/44-hypervisors", first.path]);
    expect(first.wording.title).toBe("Hypervisors");
    expect(other.wording).toEqual({
      title: "Guests",
      question: "Who looks after guests?",
      path: "/topics/sample/44-guests",
    });
    expect(first.otherWordings).toEqual([other.wording]);
    expect(other.otherWordings).toEqual([first.wording]);
    await expect(getQuestion(null, "sample", "44-nobody")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it.each([
    [{}, [1, 7, 44]],
    [{ level: "staff" as const }, []],
    [{ tag: "kernel" }, [1, 7, 44]],
    [{ tag: "kernels" }, []],
    [{ text: "hyper" }, [44]],
    [{ text: "Q44" }, [44]],
    [{ text: "hide from a PROCESS" }, [1, 7, 44]],
    [{ text: "\0" }, [1, 7, 44]],
  ])("filters questions by %j", async (filter, numbers) => {
    expect(
      (await listQuestions(null, "sample", filter)).map((question) => question.number),
    ).toEqual(numbers);
  });

  it("gives a question with its neighbours, relations and cards", async () => {
    const page = await getQuestion(null, "sample", "7-cgroups");
    expect(page).toMatchObject({
      title: "Cgroups",
      version: 1,
      path: "/topics/sample/7-cgroups",
      number: 7,
    });
    expect(page.previous?.number).toBe(1);
    expect(page.next?.path).toBe("/topics/sample/44-hypervisors");
    expect(page.related.map((link) => link.path)).toEqual([
      "/compare/left-right",
      "/topics/sample/myths/hidden-is-safe",
    ]);
    expect(page.cards.map((card) => card.rung)).toEqual(["super-brief", "brief", "detailed"]);
    expect((await getQuestion(null, "sample", "44-hypervisors")).next).toBeNull();
  });

  it("gives comparisons, myths and decisions", async () => {
    expect(await listComparisons(null)).toMatchObject([
      { slug: "left-right", subjects: ["Left", "Right"], aspects: 8, contested: 0 },
    ]);
    expect((await getComparison(null, "left-right")).cards).toHaveLength(16);
    expect((await listMyths(null, "sample")).map((myth) => myth.slug)).toEqual(["hidden-is-safe"]);
    expect((await listDecisions(null, "sample")).map((decision) => decision.choice)).toEqual([
      "A machine each.",
    ]);
    expect((await getMyth(null, "sample", "hidden-is-safe")).related[0]?.number).toBe(1);
    expect((await getDecision(null, "sample", "sharing-a-kernel")).cardId).toMatch(
      /^[0-9a-f-]{36}$/,
    );
  });

  it("lists every path once", async () => {
    const paths = (await listAllPaths()).map(({ path }) => path);
    expect(paths).toHaveLength(1 + 6);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain("/topics/sample/decisions/sharing-a-kernel");
  });

  it.each<[string, () => Promise<unknown>]>([
    ["topic", () => getTopic(null, "nothing")],
    ["topic's questions", () => listQuestions(null, "nothing")],
    ["topic's myths", () => listMyths(null, "nothing")],
    ["topic's decisions", () => listDecisions(null, "nothing")],
    ["topic's comparisons", () => listComparisons(null, "nothing")],
    ["question", () => getQuestion(null, "sample", "nothing")],
    ["question of another topic", () => getQuestion(null, "nothing", "7-cgroups")],
    ["question of an impossible address", () => getQuestion(null, "sample", "a\0b")],
    ["topic of an impossible address", () => getTopic(null, "\uD800%00' OR 1=1")],
    ["comparison", () => getComparison(null, "nothing")],
    ["myth", () => getMyth(null, "sample", "7-cgroups")],
    ["decision", () => getDecision(null, "sample", "hidden-is-safe")],
  ])("does not know an unknown %s", async (_what, read) => {
    await expect(read()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("hides what is retired or in a private bank", async () => {
    await pool().query(
      "UPDATE content_items SET status = 'retired' WHERE external_id = 'sample-7'",
    );
    await expect(getQuestion(null, "sample", "7-cgroups")).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await getQuestion(null, "sample", "44-hypervisors")).previous?.number).toBe(1);
    await pool().query("UPDATE banks SET visibility = 'private'");
    await expect(getTopic(null, "sample")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await listTopics(null)).toEqual([]);
    expect(await listAllPaths()).toEqual([]);
  });
});
