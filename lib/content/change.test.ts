import { describe, expect, it } from "vitest";
import { changeBetween } from "#lib/content/change.ts";
import { parseContentFile } from "#lib/content/files/parse-file.ts";
import type { ContentKind, ContentPayload } from "#lib/content/schema.ts";
import { comparisonFile, decisionFile, mythFile, questionFile } from "#seed/corpus-fixture.ts";

function payload(kind: ContentKind, text: string): ContentPayload {
  const parsed = parseContentFile("file", kind, text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.item.payload;
}

const files: Partial<Record<ContentKind, string>> = {
  question: questionFile(),
  comparison: comparisonFile(),
  myth: mythFile(),
  decision: decisionFile(),
};

describe("changeBetween", () => {
  it.each<[string, ContentKind, (text: string) => string, "editorial" | "material"]>([
    ["nothing", "question", (t) => t, "editorial"],
    ["a title", "question", (t) => t.replace("title: What", "title: All that"), "editorial"],
    [
      "a hint",
      "question",
      (t) => t.replace("Begin with the limits.", "Begin with the costs."),
      "editorial",
    ],
    ["a source", "myth", (t) => t.replace("author: Somebody", "author: Nobody"), "editorial"],
    [
      "why a myth is believed",
      "myth",
      (t) => t.replace("Listing shows", "A listing shows"),
      "editorial",
    ],
    [
      "emphasis and punctuation",
      "question",
      (t) =>
        t.replace("It hides what other processes have.", "It *hides* what other processes have!"),
      "editorial",
    ],
    [
      "case and line breaks",
      "myth",
      (t) => t.replace("reality: The kernel below", "reality: >-\n  the kernel\n  below"),
      "editorial",
    ],
    [
      "a word of an answer",
      "question",
      (t) => t.replace("It hides what", "It shows what"),
      "material",
    ],
    [
      "a must-say point",
      "question",
      (t) => t.replace("A namespace isolates.", "A namespace hides nothing."),
      "material",
    ],
    [
      "the reality of a myth",
      "myth",
      (t) => t.replace("shared by everybody", "shared by nobody"),
      "material",
    ],
    [
      "what flips a decision",
      "decision",
      (t) => t.replace("Somebody has read them.", "They pay."),
      "material",
    ],
    ["a value", "comparison", (t) => t.replace("quick to begin", "1.5 s"), "material"],
    [
      "an added condition",
      "comparison",
      (t) => t.replace("value: quick to begin,", "value: quick to begin, condition: when warm,"),
      "material",
    ],
    ["the takeaway", "comparison", (t) => t.replace("Neither.", "Both."), "editorial"],
  ])("%s of a %s", (_what, kind, change, expected) => {
    const text = files[kind] ?? "";
    expect(changeBetween(payload(kind, text), payload(kind, change(text)))).toBe(expected);
  });

  it("tells figures and operators apart, but not their order in the table", () => {
    const withValue = (value: string) => payload("comparison", comparisonFile({ value }));
    expect(changeBetween(withValue("1.5 s"), withValue("15 s"))).toBe("material");
    expect(changeBetween(withValue("< 5 s"), withValue("> 5 s"))).toBe("material");
    const table = payload("comparison", comparisonFile());
    if (table.kind !== "comparison") throw new Error("not a comparison");
    expect(changeBetween(table, { ...table, aspects: [...table.aspects].reverse() })).toBe(
      "editorial",
    );
  });
});
