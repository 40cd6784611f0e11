import { describe, expect, it } from "vitest";
import { checkCorpus } from "#lib/content/check-corpus.ts";
import { contentWords, supportOf } from "#lib/content/checks/must-say.ts";
import { parseContentFile } from "#lib/content/files/parse-file.ts";
import { formatProblem } from "#lib/content/files/problem.ts";
import { type Corpus, emptyCorpus } from "#lib/content/files/read-corpus.ts";
import type { ContentKind } from "#lib/content/schema.ts";
import { comparisonFile, decisionFile, mythFile, questionFile } from "#seed/corpus-fixture.ts";

function corpusOf(files: readonly [string, ContentKind, string][]): Corpus {
  const corpus = emptyCorpus();
  for (const [file, kind, text] of files) {
    const parsed = parseContentFile(file, kind, text);
    if (parsed.ok) corpus.items.push(parsed.item);
    else corpus.problems.push(...parsed.problems);
  }
  return corpus;
}

async function errorsOf(...files: [string, ContentKind, string][]): Promise<string[]> {
  const { errors } = await checkCorpus(corpusOf(files));
  return errors.map(formatProblem);
}

describe("checkCorpus", () => {
  it("counts a sound corpus and finds nothing", async () => {
    const report = await checkCorpus(
      corpusOf([
        ["q", "question", questionFile()],
        ["c", "comparison", comparisonFile()],
        ["m", "myth", mythFile()],
        ["d", "decision", decisionFile()],
      ]),
    );
    expect(report).toEqual({
      questions: 1,
      topics: { sample: 1 },
      comparisons: 1,
      facts: 16,
      myths: 1,
      decisions: 1,
      lessons: 0,
      paths: 0,
      contested: 0,
      errors: [],
    });
  });

  it("wants ids, slugs and numbers once", async () => {
    const errors = await errorsOf(
      ["a", "question", questionFile()],
      ["b", "question", questionFile()],
    );
    expect(errors.filter((error) => error.includes("taken"))).toEqual([
      "b:2 id: is already taken by a",
      "b:3 slug: is already taken by a",
      "b:5 number: is already taken by a",
    ]);
  });

  it("wants a question's number in its address", async () => {
    expect(await errorsOf(["q", "question", questionFile({ slug: "2-namespaces" })])).toEqual([
      "q:3 slug: must begin with the number of the question: 1-",
    ]);
  });

  it("finds references to nothing, to itself and said twice", async () => {
    const related = "sample-1, sample-9, myth-hidden, myth-hidden";
    expect(
      await errorsOf(["m", "myth", mythFile()], ["q", "question", questionFile({ related })]),
    ).toEqual([
      "q:9 related[0]: is this very item",
      'q:9 related[1]: names "sample-9", which no file has as its id',
      'q:9 related[3]: names "myth-hidden" a second time',
    ]);
  });

  it("does not call dead what points at a file that could not be read", async () => {
    const corpus = corpusOf([["m", "myth", mythFile()]]);
    corpus.brokenIds.add("sample-1");
    expect((await checkCorpus(corpus)).errors).toEqual([]);
  });

  it("counts words, and misses the support of must-say points", async () => {
    const errors = await errorsOf(["q", "question", questionFile({ brief: "Only a namespace." })]);
    expect(errors.join("\n")).toContain(
      "mustSay[2].text: is not supported by the brief answer, which shares 0 % of its words (not: sentence, isolates, hides)",
    );
    expect(errors.join("\n")).toContain("brief: has 3 words; it must have 110 to 260");
  });

  it("points at the line of a banned phrase and of a block without a language", async () => {
    const text = questionFile().replace(
      "### How\n",
      "### How\nLet us delve into it.\n\n```\nls\n```\n\n",
    );
    const first = text.split("\n").findIndex((line) => line.includes("delve")) + 1;
    expect(await errorsOf(["q", "question", text])).toEqual([
      `q:${first} detailed: says “delve”, which says nothing: cut it or name the thing`,
      `q:${first + 2} detailed: has a block of code without a language: write \`\`\`bash, \`\`\`yaml, \`\`\`text …`,
    ]);
  });

  it("wants a row of one length and of comparable units", async () => {
    const long = "very quick to begin, in every circumstance that anybody here has measured";
    expect((await errorsOf(["c", "comparison", comparisonFile({ value: long })])).join()).toContain(
      "values of very different length",
    );
    const quantities = comparisonFile()
      .replaceAll("type: text", "type: quantity")
      .replaceAll(
        "sources: [manual] }] }",
        "quantity: { min: 1, unit: s }, sources: [manual] }] }",
      );
    expect(await errorsOf(["c", "comparison", quantities])).toEqual([]);
    const mixed = quantities.replace("unit: s", "unit: GB");
    expect((await errorsOf(["c", "comparison", mixed])).join()).toContain(
      "aspects[0].facts: mixes units that cannot be compared: B, ns",
    );
  });

  it("refuses a value of more than twelve words", async () => {
    const value = "one two three four five six seven eight nine ten eleven twelve thirteen";
    expect((await errorsOf(["c", "comparison", comparisonFile({ value })])).join()).toContain(
      "is longer than 12 words",
    );
  });
});

describe("support of a must-say point", () => {
  const answer = contentWords(
    "Isolated processes share the host's kernel; 100 containers need 0.5 GB.",
  );

  it.each([
    ["Isolation of a process", 1],
    ["Containers share a kernel", 1],
    ["A hypervisor emulates a kernel", 1 / 3],
    ["0.5 GB", 1],
    ["5 GB", 0.5],
    ["what it is", 1],
  ])("%s: %d", (point, share) => {
    expect(supportOf(point, answer).share).toBeCloseTo(share);
  });
});
