import { v4 as uuidv4 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { pool } from "#lib/db.ts";
import { listDueCards } from "#lib/reviews/due-cards.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import { CorpusDirectory, comparisonFile, questionFile } from "#seed/corpus-fixture.ts";
import { makeActor } from "#seed/factories.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

const noon = new Date(Date.UTC(2026, 0, 5, 12));

beforeAll(async () => {
  const corpus = await CorpusDirectory.create();
  const variant = "{ slug: 1-other, title: Other, question: What stays out of sight? }";
  await corpus.write("questions/1-namespaces.md", questionFile({ variant }));
  await corpus.write("comparisons/left-right.yaml", comparisonFile({ contested: true }));
  await corpus.load(pool());
  await corpus.dispose();
});

test("a contested fact is asked for its value, and for the condition of each claim", async () => {
  const actor = await makeActor();
  const { cards } = await listDueCards(actor, { limit: 100, item: "left-right" }, noon);
  expect(cards).toHaveLength(17);
  const faces = cards.map(({ face }) => face);
  expect(faces.filter(({ kind }) => kind === "condition")).toEqual([
    expect.objectContaining({
      subject: "Right",
      aspect: "Aspect 1",
      claims: [
        { value: "slow to begin", condition: "on old disks", sources: ["Somebody, Manual"] },
        { value: "quick to begin", condition: "on new disks", sources: ["Somebody, Manual"] },
      ],
    }),
  ]);
});

test("the wordings of a question take turns from answer to answer", async () => {
  const actor = await makeActor();
  const asked: string[] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const at = new Date(noon.getTime() + turn * 86_400_000);
    const { cards } = await listDueCards(actor, { limit: 10, item: "sample-1" }, at);
    const brief = cards.find(({ face }) => face.kind === "question" && face.rung === "brief");
    if (brief?.face.kind !== "question") throw new Error("the question has no brief card");
    asked.push(brief.face.questionHtml);
    const review = { grade: 3, durationMs: 1, reviewedAt: at.toISOString() };
    await recordReviews(actor, [parseEvent({ id: uuidv4(), cardId: brief.id, ...review })], at);
  }
  expect(asked).toEqual([
    expect.stringContaining("What does a namespace hide from a process?"),
    expect.stringContaining("What stays out of sight?"),
    expect.stringContaining("What does a namespace hide from a process?"),
  ]);
});
