import { describe, expect, it } from "vitest";
import { pathCards, positionedCards, positionsPerTopic } from "#lib/content/card-order.ts";
import { type CardSource, cardsOf } from "#lib/content/cards.ts";
import { parseContentFile } from "#lib/content/files/parse-file.ts";
import type { ContentKind } from "#lib/content/schema.ts";
import {
  comparisonFile,
  decisionFile,
  mythFile,
  pathFile,
  questionFile,
} from "#seed/corpus-fixture.ts";

function source(kind: ContentKind, text: string): CardSource {
  const parsed = parseContentFile("file", kind, text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return { id: `row-of-${parsed.item.payload.id}`, payload: parsed.item.payload };
}

const questions = Array.from({ length: 16 }, (_, index) =>
  source("question", questionFile({ number: index + 1, slug: `${index + 1}-namespaces` })),
);
const comparison = source("comparison", comparisonFile());
const myths = ["a", "b", "c"].map((name) =>
  source("myth", mythFile({ id: `myth-${name}`, slug: name })),
);
const decision = source("decision", decisionFile());
const corpus = [...questions, comparison, ...myths, decision];

describe("cardsOf", () => {
  it("gives a question a card per rung, all siblings", () => {
    const [question] = questions;
    expect(question && cardsOf(question)).toEqual([
      { kind: "question", key: "super-brief", siblingGroup: "row-of-sample-1" },
      { kind: "question", key: "brief", siblingGroup: "row-of-sample-1" },
      { kind: "question", key: "detailed", siblingGroup: "row-of-sample-1" },
    ]);
  });

  it("gives a comparison a card per fact, siblings within an aspect", () => {
    const cards = cardsOf(comparison);
    expect(cards).toHaveLength(16);
    expect(cards[1]).toEqual({
      kind: "fact",
      key: "aspect-0/right",
      siblingGroup: "row-of-left-right:aspect-0",
    });
  });

  it("asks of a contested fact also which claim holds when, after the facts", () => {
    const contested = source("comparison", comparisonFile({ contested: true }));
    const cards = cardsOf(contested);
    expect(cards).toHaveLength(17);
    expect(cards.at(-1)).toEqual({
      kind: "condition",
      key: "aspect-1/right/conditions",
      siblingGroup: "row-of-left-right:aspect-1",
    });
    expect(positionedCards([contested], ["sample"]).at(-1)?.kind).toBe("condition");
  });

  it("gives a myth and a decision one card", () => {
    expect(cardsOf(decision)).toEqual([
      { kind: "decision", key: "", siblingGroup: "row-of-decision-sharing" },
    ]);
  });
});

describe("positionedCards", () => {
  const cards = positionedCards(corpus, ["sample"]);

  it("has every card once, at a position of its own", () => {
    expect(cards).toHaveLength(corpus.flatMap(cardsOf).length);
    expect(new Set(cards.map((card) => `${card.itemId} ${card.key}`)).size).toBe(cards.length);
    expect(cards.map((card) => card.position)).toEqual(cards.map((_, index) => index));
  });

  it("shows every kind in a first session of twenty, and nothing that gives another away", () => {
    const first = cards.slice(0, 20);
    const count = (kind: string) => first.filter((card) => card.kind === kind).length;
    expect([count("question"), count("fact"), count("myth"), count("decision")]).toEqual([
      11, 6, 2, 1,
    ]);
    expect(new Set(first.map((card) => card.siblingGroup)).size).toBe(20);
  });

  it("asks questions by number, and the shorter rung of each first", () => {
    const order = (key: string) =>
      cards.filter((card) => card.key === key).map((card) => card.itemId);
    const byNumber = questions.map(({ id }) => id);
    expect(order("super-brief")).toEqual(byNumber);
    expect(order("brief")).toEqual(byNumber);
    for (const { id } of questions) {
      const rungs = cards.filter((card) => card.itemId === id).map((card) => card.key);
      expect(rungs).toEqual(["super-brief", "brief", "detailed"]);
    }
  });

  it("does not depend on the order in which files were read", () => {
    expect(positionedCards([...corpus].reverse(), ["sample"])).toEqual(cards);
  });

  it("keeps topics apart", () => {
    const second = positionedCards(corpus, ["other", "sample"]);
    expect(second[0]?.position).toBe(positionsPerTopic);
  });
});

describe("pathCards", () => {
  const sourceById = new Map(corpus.map((each) => [each.payload.id, each]));
  function cardsOfPath(...weeks: string[][]) {
    const { payload } = source("path", pathFile({ weeks }));
    if (payload.kind !== "path") throw new Error("the fixture is no path");
    return pathCards(payload, sourceById);
  }
  const named = (cards: ReturnType<typeof cardsOfPath>) =>
    cards.map(({ week, itemId, key }) => `${week} ${itemId.replace("row-of-", "")} ${key}`.trim());

  it("goes week by week, at positions of its own", () => {
    const cards = cardsOfPath(
      ["decision-sharing", "sample-3", "left-right"],
      ["myth-c", "sample-1", "myth-a"],
    );
    expect(cards).toHaveLength(1 + 3 + 16 + 1 + 3 + 1);
    expect(cards.map(({ position }) => position)).toEqual(cards.map((_, index) => index));
    expect(cards.map(({ week }) => week)).toEqual(cards.map((_, index) => (index < 20 ? 1 : 2)));
  });

  it("mixes the kinds within a week", () => {
    const cards = cardsOfPath(
      ["left-right", "sample-1", "myth-a"],
      ["sample-2", "myth-b", "myth-c"],
    );
    expect(cards.slice(0, 5).map(({ kind }) => kind)).toEqual([
      "question",
      "fact",
      "question",
      "myth",
      "question",
    ]);
  });

  it("keeps the order of its author, not that of the numbers", () => {
    const cards = cardsOfPath(["sample-9", "sample-2", "sample-5"], ["myth-c", "myth-a", "myth-b"]);
    expect(named(cards.filter(({ key }) => key === "super-brief"))).toEqual([
      "1 sample-9 super-brief",
      "1 sample-2 super-brief",
      "1 sample-5 super-brief",
    ]);
    expect(named(cards.filter(({ kind }) => kind === "myth"))).toEqual([
      "2 myth-c",
      "2 myth-a",
      "2 myth-b",
    ]);
  });

  it("passes over what is not there, and what it named before", () => {
    const cards = cardsOfPath(["gone", "myth-a", "lesson-gone"], ["myth-a", "myth-b", "gone"]);
    expect(named(cards)).toEqual(["1 myth-a", "2 myth-b"]);
    expect(cards.map(({ position }) => position)).toEqual([0, 1]);
  });
});
