import { describe, expect, it } from "vitest";
import { checkSentences, checkStems, similarity } from "#lib/content/checks/repetition.ts";
import { parseContentFile } from "#lib/content/files/parse-file.ts";
import { formatProblem } from "#lib/content/files/problem.ts";
import { questionFile } from "#seed/corpus-fixture.ts";

function question(file: string, text: string) {
  const parsed = parseContentFile(file, "question", text);
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join("\n"));
  return parsed.item;
}

describe("stems", () => {
  it("are compared by the words that carry meaning, in any order", () => {
    expect(similarity(new Set(["a", "b", "c"]), new Set(["b", "c", "d"]))).toBe(0.5);
    const stem = "# What does a namespace hide from a process?";
    const first = "# How do you size the memory limits of a busy container on a shared host?";
    const second = "# On a shared host, how are memory limits of busy containers sized?";
    const third = "# How do you find out which container on a shared host leaks file handles?";
    const items = [first, second, third].map((text, index) =>
      question(`q${index}`, questionFile({ number: index + 1 }).replace(stem, text)),
    );
    expect(checkStems(items).map(formatProblem)).toEqual([
      "q1:20 question: asks almost the same as q0; make them one question with a variant",
    ]);
  });
});

describe("sentences", () => {
  it("stand once in the corpus, however they are marked up", () => {
    const original = "The kernel keeps one table of mounts for every namespace it has.";
    const copy = "The *kernel* keeps one table of mounts, for every namespace it has!";
    const own = (text: string, brief: string) =>
      text
        .replace(/## Detailed\n[^]*?## Senior/, "## Detailed\nNothing.\n\n## Senior")
        .replace(/## Brief\n[^]*?\n\n/, `## Brief\n${brief}\n\n`);
    const items = [
      question("q0", own(questionFile(), original)),
      question("q1", own(questionFile({ number: 2 }), `Short. ${copy}`)),
    ];
    const inBriefs = checkSentences(items).filter(({ field }) => field === "brief");
    expect(inBriefs.map(formatProblem)).toEqual([
      "q1:26 brief: “The *kernel* keeps one table of mounts, for every namespace it has!” also stands in brief of q0",
    ]);
  });
});
