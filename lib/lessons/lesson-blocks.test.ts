import { describe, expect, it } from "vitest";
import { calloutTones, lessonText, parseLessonSection } from "#lib/lessons/lesson-blocks.ts";
import { everyBlock } from "#seed/corpus-fixture-lessons.ts";

const messagesOf = (source: string) =>
  parseLessonSection(source).problems.map(({ message }) => message);

describe("blocks of a section", () => {
  it("are cut in their order, with what is between them", () => {
    const { blocks, problems } = parseLessonSection(everyBlock);
    expect(problems).toEqual([]);
    expect(blocks).toEqual([
      { kind: "prose", markdown: "Before the blocks." },
      { kind: "callout", tone: "why", markdown: "It matters." },
      { kind: "numbers", title: "How many fit?", markdown: "Ten times ten is a hundred." },
      { kind: "comparison", id: "left-right", aspects: ["aspect-1", "aspect-0"] },
      { kind: "myth", id: "myth-hidden" },
      { kind: "prose", markdown: "After the blocks." },
    ]);
  });

  it.each(calloutTones)("knows the callout %s", (tone) => {
    expect(parseLessonSection(`:::${tone}\nSaid *so*.\n\n- one\n:::`).blocks).toEqual([
      { kind: "callout", tone, markdown: "Said *so*.\n\n- one" },
    ]);
  });

  it("keeps prose as it was written, code and tables with it", () => {
    const source =
      "A `:::why` in code.\n\n```text\n:::why\nno block\n:::\n```\n\n| a | b |\n|---|---|\n| 1 | 2 |";
    expect(parseLessonSection(source).blocks).toEqual([{ kind: "prose", markdown: source }]);
  });

  it("takes times and ratios for words, not for directives", () => {
    const source = "At 10:30 the ratio was 3:1, and `a::b` is a name.";
    expect(parseLessonSection(source)).toEqual({
      blocks: [{ kind: "prose", markdown: source }],
      problems: [],
    });
  });

  it("may name one row alone, and separate them by commas", () => {
    const rowsOf = (source: string) =>
      parseLessonSection(source).blocks.flatMap((block) =>
        block.kind === "comparison" ? block.aspects : [],
      );
    expect(rowsOf("::comparison{id=a aspects=one}")).toEqual(["one"]);
    expect(rowsOf('::comparison{id=a aspects="one, two,three"}')).toEqual(["one", "two", "three"]);
  });

  it.each([
    [
      ":::warning\nx\n:::",
      "there is no block :::warning; there are why, insight, limitation, security, tip and numbers",
    ],
    [":::tip\n:::", "the block :::tip says nothing"],
    [":::numbers\n1 + 1\n:::", "the block :::numbers needs a title: :::numbers[How many fit?]"],
    ["::myth", "::myth needs an id: ::myth{id=…}"],
    ["::comparison{aspects=a}", "::comparison needs an id: ::comparison{id=…}"],
    ["::comparison{id=a}", '::comparison names its rows: aspects="start-up kernel"'],
    ["::picture{id=a}", "there is no ::picture; there are ::comparison and ::myth"],
  ])("says what is wrong with %j", (source, message) => {
    expect(messagesOf(source)).toEqual([message]);
  });

  it("says where a problem is, and goes on after it", () => {
    const source = "Words.\n\n::picture{id=a}\n\nMore.";
    const { blocks, problems } = parseLessonSection(source);
    expect(problems[0]?.offset).toBe(source.indexOf("::picture"));
    expect(blocks.map(({ kind }) => kind)).toEqual(["prose", "prose"]);
  });
});

describe("the words of a section", () => {
  it("are its own, without what it takes from elsewhere", () => {
    expect(lessonText(everyBlock).split("\n\n")).toEqual([
      "Before the blocks.",
      "It matters.",
      "How many fit?",
      "Ten times ten is a hundred.",
      "After the blocks.",
    ]);
  });
});
