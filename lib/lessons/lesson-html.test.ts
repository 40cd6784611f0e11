import { describe, expect, it } from "vitest";
import { parseContentFile } from "#lib/content/files/parse-file.ts";
import { lessonPayloadSchema } from "#lib/content/lesson-schema.ts";
import type { ContentKind } from "#lib/content/schema.ts";
import { comparisonPayloadSchema, mythPayloadSchema } from "#lib/content/schema.ts";
import type { TakenItems } from "#lib/lessons/dto.ts";
import { lessonHtml } from "#lib/lessons/lesson-html.ts";
import { comparisonFile, mythFile } from "#seed/corpus-fixture.ts";
import { lessonFile } from "#seed/corpus-fixture-lessons.ts";

function payloadOf(kind: ContentKind, text: string): unknown {
  const parsed = parseContentFile("file", kind, text);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  return parsed.item.payload;
}

const lesson = (body?: string) =>
  lessonPayloadSchema.parse(payloadOf("lesson", lessonFile(body === undefined ? {} : { body })));

const nothing: TakenItems = { comparisons: new Map(), myths: new Map(), cards: [] };
const everything: TakenItems = {
  comparisons: new Map([
    [
      "left-right",
      {
        path: "/compare/left-right",
        payload: comparisonPayloadSchema.parse(payloadOf("comparison", comparisonFile())),
      },
    ],
  ]),
  myths: new Map([
    [
      "myth-hidden",
      { path: "/myth", payload: mythPayloadSchema.parse(payloadOf("myth", mythFile())) },
    ],
  ]),
  cards: [],
};

const blocksOf = (taken: TakenItems, body?: string) =>
  lessonHtml(lesson(body), taken).sections[1]?.blocks ?? [];

describe("a lesson as HTML", () => {
  it("shows the rows of a comparison in the lesson's order, and a myth, as they are now", () => {
    const blocks = blocksOf(everything);
    expect(blocks.map(({ kind }) => kind)).toEqual([
      ...["prose", "callout", "numbers", "comparison", "myth", "prose"],
    ]);
    expect(blocks[3]).toMatchObject({ path: "/compare/left-right" });
    expect(blocks[3]?.kind === "comparison" && blocks[3].rows.map(({ id }) => id)).toEqual([
      "aspect-1",
      "aspect-0",
    ]);
    expect(blocks[4]).toMatchObject({ claimHtml: "What a process cannot see it cannot harm." });
  });

  it("leaves out quietly what is not there or not to be read", () => {
    expect(blocksOf(nothing).map(({ kind }) => kind)).toEqual([
      ...["prose", "callout", "numbers", "prose"],
    ]);
  });

  it("leaves out rows that the comparison does not have any more", () => {
    const body =
      '::comparison{id=left-right aspects="gone aspect-2"}\n\n::comparison{id=left-right aspects=gone}';
    const blocks = blocksOf(everything, body);
    expect(blocks.map((block) => block.kind === "comparison" && block.rows.length)).toEqual([1]);
  });

  it("keeps ids apart and lets no script through", () => {
    const body = "### Same\n\nx\n\n:::tip\n### Same\n\n<script>alert(1)</script>\n:::";
    const html = blocksOf(everything, body).map((block) => "html" in block && block.html);
    expect(html[0]).toContain('id="s2-1-same"');
    expect(html[1]).toContain('id="s2-2-same"');
    expect(html.join()).not.toContain("alert");
  });
});
