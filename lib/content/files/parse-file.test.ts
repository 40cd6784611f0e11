import { describe, expect, it } from "vitest";
import { parseContentFile, parseTopicFile } from "#lib/content/files/parse-file.ts";
import { formatProblem } from "#lib/content/files/problem.ts";
import type { ContentKind } from "#lib/content/schema.ts";
import { comparisonFile, decisionFile, mythFile, questionFile } from "#seed/corpus-fixture.ts";

function problemsOf(kind: ContentKind, text: string): string[] {
  const parsed = parseContentFile("file", kind, text);
  return parsed.ok ? [] : parsed.problems.map(formatProblem);
}

/** The line, counted from 1, that begins with `start`. */
function lineOf(text: string, start: string): number {
  return text.split("\n").findIndex((line) => line.trimStart().startsWith(start)) + 1;
}

describe("a question file", () => {
  const text = questionFile();

  it("becomes a payload with the exact source of its sections", () => {
    const parsed = parseContentFile("file", "question", text);
    if (!parsed.ok || parsed.item.payload.kind !== "question")
      throw new Error(problemsOf("question", text).join());
    const { payload } = parsed.item;
    expect(payload.question).toBe("What does a namespace hide from a process?");
    expect(payload.superBrief).toBe("It hides what other processes have.");
    expect(payload.detailed).toMatch(/^### How\nParagraph 0/);
    expect(payload.hints[0]).toEqual({
      title: "Say what it does not do",
      advice: "Begin with the limits.",
      sampleResponse: "In {a system of mine} the mounts were visible.",
    });
    expect(payload.followUps[1]).toEqual({
      question: "And the users?",
      answer: "They are mapped.",
    });
    expect(payload.code).toEqual({
      kind: "none",
      reason: "A command would show the effect, not the reason.",
    });
    expect(payload.tags).toEqual(["kernel", "isolation-level"]);
  });

  it("reads the same with Windows line ends and a byte order mark", () => {
    const windows = parseContentFile("file", "question", `\uFEFF${text.replaceAll("\n", "\r\n")}`);
    const unix = parseContentFile("file", "question", text);
    expect(windows.ok && windows.item.payload).toEqual(unix.ok && unix.item.payload);
  });

  it("takes a code sample with its caption and language", () => {
    const withCode = text.replace(
      /## No code[\s\S]*/,
      '## Code\nLook:\n\n```bash\nlsns # "## Brief"\n```\n',
    );
    const parsed = parseContentFile("file", "question", withCode);
    expect(parsed.ok && parsed.item.payload).toMatchObject({
      code: { kind: "code", caption: "Look:", language: "bash", code: 'lsns # "## Brief"' },
    });
  });

  it("names the line of an entry in the front matter", () => {
    const broken = text.replace("text: A sentence isolates and hides.", "text: ''");
    expect(problemsOf("question", broken)).toEqual([
      `file:${lineOf(broken, "- { id: says")} mustSay[2].text: must not be empty`,
    ]);
  });

  it("names the line of an entry in the Markdown", () => {
    const broken = text.replace("{number} of them", "seven of them");
    expect(problemsOf("question", broken)).toEqual([
      `file:${lineOf(broken, '> "We ran')} hints[1].sampleResponse: must hold at least one {placeholder}`,
    ]);
  });

  it("says where a missing section belongs, once", () => {
    const broken = text.replace(/## Interview hints[\s\S]*(?=## Follow-ups)/, "");
    expect(problemsOf("question", broken)).toEqual([
      `file:${lineOf(broken, "## Follow-ups")} hints: is missing: add “## Interview hints” before “## Follow-ups”`,
    ]);
  });

  it.each([
    [
      "an unknown section",
      (t: string) => t.replace("## Follow-ups", "## Extras\nMore.\n\n## Follow-ups"),
      "unknown section “## Extras”",
    ],
    [
      "a section twice",
      (t: string) => `${t}\n## Code\n\n\`\`\`bash\nls\n\`\`\`\n`,
      "is there twice: “## Code” again",
    ],
    [
      "a section out of order",
      (t: string) =>
        t
          .replace("## Brief", "## X")
          .replace("## Detailed", "## Brief")
          .replace("## X", "## Detailed"),
      "must come before",
    ],
    [
      "an unknown key",
      (t: string) => t.replace("level: senior", "level: senior\nauthor: me"),
      "author: is not a field of this format",
    ],
    [
      "a body field in the front matter",
      (t: string) => t.replace("level: senior", "level: senior\nbrief: short"),
      "brief: belongs in the Markdown",
    ],
    [
      "a kind of its own",
      (t: string) => t.replace("level: senior", "level: senior\nkind: myth"),
      "kind: is said by the folder",
    ],
    [
      "a hint without a response",
      (t: string) => t.replace('> "We ran {number} of them."', ""),
      "hints[1].sampleResponse: must be one blockquote",
    ],
    ["no front matter", (t: string) => t.slice(4), "must begin with front matter"],
    [
      "text under the title",
      (t: string) => t.replace("## Super brief", "Stray.\n\n## Super brief"),
      "must stand in the # heading alone",
    ],
    [
      "a wrong type",
      (t: string) => t.replace("number: 1", "number: one"),
      "number: Invalid input: expected number",
    ],
    ["a missing key", (t: string) => t.replace("level: senior\n", ""), "level: "],
  ])("is refused with %s", (_what, change, message) => {
    expect(problemsOf("question", change(text)).join("\n")).toContain(message);
  });

  it("reports broken YAML at its line and nothing else", () => {
    const broken = text.replace("title: What a namespace hides", "title: One: two");
    const problems = problemsOf("question", broken);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^file:6 is not valid YAML: .*must be quoted/);
  });
});

describe("YAML files", () => {
  it.each([
    ["comparison", comparisonFile()],
    ["myth", mythFile()],
    ["decision", decisionFile()],
  ] as const)("a %s is read", (kind, text) => {
    expect(problemsOf(kind, text)).toEqual([]);
  });

  it("a claim deep in a comparison is found", () => {
    const broken = comparisonFile().replace(
      "sources: [manual] }] }\n      right",
      "sources: [manuel] }] }\n      right",
    );
    expect(problemsOf("comparison", broken)).toEqual([
      `file:${lineOf(broken, "left: { claims")} aspects[0].facts.left: names an unknown source "manuel"`,
    ]);
  });

  it("a duplicate key and an empty file are refused", () => {
    expect(problemsOf("myth", `${mythFile()}claim: again\n`).join()).toContain(
      "Map keys must be unique",
    );
    expect(problemsOf("myth", "").join()).toContain("must be a map of fields");
  });

  it("a topic is read", () => {
    expect(
      parseTopicFile("file", "id: sample\nname: Sample\nposition: 1\nsummary: Small.\n").ok,
    ).toBe(true);
    expect(parseTopicFile("file", "id: sample\n").ok).toBe(false);
  });
});
