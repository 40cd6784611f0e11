import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type pg from "pg";
import { type LoadReport, loadContent } from "#seed/load-content.ts";

/** Small content files for tests, and a directory to put them into. */

const briefWords = Array.from(
  { length: 14 },
  (_, index) => `Sentence ${index} says what a namespace hides and isolates.`,
);
const detailedWords = Array.from(
  { length: 50 },
  (_, index) => `Paragraph ${index} tells how the kernel accounts memory.`,
);

export function questionFile(
  overrides: {
    number?: number;
    slug?: string;
    title?: string;
    brief?: string;
    related?: string;
    /** YAML of another wording. */
    variant?: string;
  } = {},
): string {
  const number = overrides.number ?? 1;
  return `---
id: sample-${number}
slug: ${overrides.slug ?? `${number}-namespaces`}
topic: sample
number: ${number}
title: ${overrides.title ?? "What a namespace hides"}
level: senior
tags: [kernel, isolation-level]
related: [${overrides.related ?? ""}]
${
  overrides.variant === undefined
    ? ""
    : `variants: [${overrides.variant}]
`
}mustSay:
  - { id: hides, text: A namespace hides things. }
  - { id: isolates, text: A namespace isolates. }
  - { id: says, text: A sentence isolates and hides. }
  - { id: again, text: The namespace hides and isolates. }
sources:
  - { title: Manual, author: Somebody, section: "7" }
  - { title: Handbook, author: Somebody else, section: Kernel }
---

# What does a namespace hide from a process?

## Super brief
It hides what other processes have.

## Brief
${overrides.brief ?? briefWords.join(" ")}

## Detailed
### How
${detailedWords.join(" ")}

## Senior perspective
Accounting is not hiding.

## Interview hints

### Say what it does not do
Begin with the limits.

> "In {a system of mine} the mounts were visible."

### Name a figure
One figure is enough.

> "We ran {number} of them."

## Follow-ups

### And the clock?
There is a namespace for it.

### And the users?
They are mapped.

## No code
A command would show the effect, not the reason.
`;
}

export function mythFile(overrides: { id?: string; slug?: string; reality?: string } = {}): string {
  return `id: ${overrides.id ?? "myth-hidden"}
slug: ${overrides.slug ?? "hidden-is-safe"}
topic: sample
title: What is hidden is safe
level: senior
related: [sample-1]
claim: What a process cannot see it cannot harm.
reality: ${overrides.reality ?? "The kernel below is shared by everybody."}
whyBelieved: Listing shows nothing.
sources:
  - { title: Manual, author: Somebody, section: "7" }
`;
}

export function decisionFile(): string {
  return `id: decision-sharing
slug: sharing-a-kernel
topic: sample
title: Sharing a kernel with strangers
level: staff
scenario: Two teams bring programs that nobody has read.
constraints: [the programs are unknown, one machine]
options: [share the kernel, a machine each]
choice: A machine each.
why: Nobody has read the programs.
flip: { constraint: Somebody has read them., choice: Share. }
sources:
  - { title: Manual, author: Somebody, section: "7" }
`;
}

const contestedFact =
  "{ claims: [{ value: slow to begin, condition: on old disks, sources: [manual] }, { value: quick to begin, condition: on new disks, sources: [manual] }] }";

/** A comparison of two subjects in eight aspects. */
export function comparisonFile(overrides: { value?: string; contested?: boolean } = {}): string {
  const aspects = Array.from(
    { length: 8 },
    (_, index) => `
  - id: aspect-${index}
    name: Aspect ${index}
    prompt: How is {subject} in aspect ${index}?
    type: text
    facts:
      left: { claims: [{ value: ${index === 0 && overrides.value !== undefined ? JSON.stringify(overrides.value) : "quick to begin"}, sources: [manual] }] }
      right: ${index === 1 && overrides.contested ? contestedFact : "{ claims: [{ value: slow to begin, sources: [manual] }] }"}`,
  );
  return `id: left-right
slug: left-right
topic: sample
title: Left against right
level: senior
summary: Two ways.
subjects: [{ id: left, name: Left }, { id: right, name: Right }]
sources:
  manual: { title: Manual, author: Somebody, section: "7" }
takeaway: Neither.
aspects:${aspects.join("")}
`;
}

/** A study path; its weeks name what a corpus directory begins with, and two items that are not there. */
export function pathFile(overrides: { weeks?: readonly string[][] } = {}): string {
  const weeks = overrides.weeks ?? [
    ["decision-sharing", "sample-1", "gone-1"],
    ["left-right", "myth-hidden", "gone-2"],
  ];
  return `id: path-sampler
slug: sampler
topic: sample
title: Sampler in ${weeks.length} weeks
level: senior
role: Sampler
summary: A path for tests.
weeks:${weeks.map((items, index) => `\n  - { title: Week ${index + 1}, goal: Say what week ${index + 1} says., items: [${items.join(", ")}] }`).join("")}
`;
}

const topicFile = "id: sample\nname: Sample\nposition: 1\nsummary: A topic for tests.\n";

/** A content directory in the temporary folder that a test can change file by file. */
export class CorpusDirectory {
  readonly directory: string;

  private constructor(directory: string) {
    this.directory = directory;
  }

  /** With one file of every kind. */
  static async create(): Promise<CorpusDirectory> {
    const corpus = new CorpusDirectory(await mkdtemp(path.join(tmpdir(), "whetstone-content-")));
    await corpus.write("topic.yaml", topicFile);
    await corpus.write("questions/1-namespaces.md", questionFile());
    await corpus.write("comparisons/left-right.yaml", comparisonFile());
    await corpus.write("myths/hidden.yaml", mythFile());
    await corpus.write("decisions/sharing.yaml", decisionFile());
    return corpus;
  }

  private pathOf(name: string): string {
    return path.join(this.directory, "sample", name);
  }

  async write(name: string, text: string): Promise<void> {
    await mkdir(path.dirname(this.pathOf(name)), { recursive: true });
    await writeFile(this.pathOf(name), text);
  }

  /** A study path, which belongs to no topic's folder. */
  async writePath(text: string): Promise<void> {
    await mkdir(path.join(this.directory, "paths"), { recursive: true });
    await writeFile(path.join(this.directory, "paths/sampler.yaml"), text);
  }

  async removePath(): Promise<void> {
    await rm(path.join(this.directory, "paths/sampler.yaml"));
  }

  async remove(name: string): Promise<void> {
    await rm(this.pathOf(name));
  }

  load(pool: pg.Pool): Promise<LoadReport> {
    return loadContent(pool, { directory: this.directory });
  }

  async dispose(): Promise<void> {
    await rm(this.directory, { recursive: true, force: true });
  }
}
