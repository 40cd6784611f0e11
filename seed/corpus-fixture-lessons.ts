import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { CorpusDirectory } from "#seed/corpus-fixture.ts";

/** Lessons for tests, of one track. */

interface LessonOverrides {
  position?: number;
  /** Of the second section, whose heading is "What it hides". */
  body?: string;
  sections?: string;
  cards?: string;
  minutes?: number;
}

const reading = Array.from(
  { length: 40 },
  (_, index) => `Sentence ${index} tells what the kernel shows to a process.`,
).join(" ");

/** Every block that a lesson can hold, of items that a corpus directory begins with. */
export const everyBlock = `Before the blocks.

:::why
It matters.
:::

:::numbers[How many fit?]
Ten times ten is a hundred.
:::

::comparison{id=left-right aspects="aspect-1 aspect-0"}

::myth{id=myth-hidden}

After the blocks.`;

/** A lesson of two sections, "shows" and "hides", of the track "sample-track". */
export function lessonFile(overrides: LessonOverrides = {}): string {
  const position = overrides.position ?? 1;
  return `---
id: lesson-sample-${position}
slug: ${position}-what-a-process-sees
track: sample-track
position: ${position}
topic: sample
title: What process ${position} sees
level: senior
tags: [kernel]
related: [sample-1]
minutes: ${overrides.minutes ?? 3}
summary: What the kernel shows to a process, and what it keeps to itself.
sections: [${overrides.sections ?? "shows, hides"}]
takeaways: [A process sees what it is shown., The kernel is shared., Hiding is not isolating.]
cards: [${overrides.cards ?? "sample-1, myth-hidden"}]
sources:
  - { title: Manual, author: Somebody, section: "7" }
  - { title: Handbook, author: Somebody else, section: Kernel }
---

## What it shows

${reading}

## What it hides

${overrides.body ?? everyBlock}
`;
}

export const trackFile =
  "id: sample-track\nname: Sample track\nposition: 1\nsummary: A track for tests.\n";

/** Writes a track with these lessons, whose files are named by their places. */
export async function writeLessons(
  corpus: CorpusDirectory,
  lessons: readonly string[],
): Promise<void> {
  const directory = path.join(corpus.directory, "lessons/sample-track");
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, "track.yaml"), trackFile);
  await Promise.all(
    lessons.map((text, index) => writeFile(path.join(directory, `${index + 1}.md`), text)),
  );
}
