import { describe, expect, it } from "vitest";
import { checkCorpus } from "#lib/content/check-corpus.ts";
import { parseContentFile, parseTopicFile, parseTrackFile } from "#lib/content/files/parse-file.ts";
import { formatProblem } from "#lib/content/files/problem.ts";
import { emptyCorpus } from "#lib/content/files/read-corpus.ts";
import type { ContentKind } from "#lib/content/schema.ts";
import { comparisonFile, mythFile, questionFile } from "#seed/corpus-fixture.ts";
import { lessonFile, trackFile } from "#seed/corpus-fixture-lessons.ts";

/** A topic with one question, one comparison and one myth, an empty track, and these lessons. */
function corpusWith(lessons: readonly string[]) {
  const corpus = emptyCorpus();
  const topic = parseTopicFile("t", "id: sample\nname: Sample\nposition: 1\nsummary: For tests.\n");
  const track = parseTrackFile("t", trackFile);
  if (topic.ok) corpus.topics.push(topic.item);
  if (track.ok) corpus.tracks.push(track.item);
  const files: [string, ContentKind, string][] = [
    ["q", "question", questionFile()],
    ["c", "comparison", comparisonFile()],
    ["m", "myth", mythFile()],
    ...lessons.map((text, index): [string, ContentKind, string] => [
      `lesson-${index + 1}`,
      "lesson",
      text,
    ]),
  ];
  for (const [file, kind, text] of files) {
    const parsed = parseContentFile(file, kind, text);
    if (parsed.ok) corpus.items.push(parsed.item);
    else corpus.problems.push(...parsed.problems);
  }
  return corpus;
}

async function errorsOf(...lessons: string[]): Promise<string[]> {
  return (await checkCorpus(corpusWith(lessons))).errors.map(formatProblem);
}

const firstLineOfBody = lessonFile().split("\n").indexOf("Before the blocks.") + 1;

describe("lessons", () => {
  it("with every block are sound", async () => {
    expect(await errorsOf(lessonFile())).toEqual([]);
  });

  it.each([
    ["a block that there is not", ":::warning\nx\n:::", /there is no block :::warning/],
    [
      "a row that the comparison does not have",
      "::comparison{id=left-right aspects=aspect-9}",
      /names the row "aspect-9", which left-right does not have/,
    ],
    [
      "a comparison that there is not",
      "::comparison{id=nothing aspects=a}",
      /names "nothing", which no file has/,
    ],
    [
      "a myth where a comparison is wanted",
      "::comparison{id=myth-hidden aspects=a}",
      /names the myth "myth-hidden" where a comparison is wanted/,
    ],
    ["a myth that there is not", "::myth{id=nothing}", /names "nothing", which no file has/],
    [
      "a question where a myth is wanted",
      "::myth{id=sample-1}",
      /names the question "sample-1" where a myth is wanted/,
    ],
  ])("with %s are told its line", async (_, block, message) => {
    const errors = await errorsOf(lessonFile({ body: `First.\n\n${block}` }));
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(message);
    expect(errors[0]).toContain(`lesson-1:${firstLineOfBody + 2} sections[1].body`);
  });

  it.each([
    ["shows", /the front matter names 1 sections, the text has 2/],
    ["shows, shows", /the id "shows" is used twice/],
    ["shows, sources", /the id "sources" belongs to the page itself/],
    ["shows, Hides", /lower-case words/],
  ])("with the sections [%s] are told what is wrong", async (sections, message) => {
    expect((await errorsOf(lessonFile({ sections }))).join("\n")).toMatch(message);
  });

  it("take along what has cards", async () => {
    const cards = "sample-1, nothing, lesson-sample-2";
    expect(await errorsOf(lessonFile({ cards }), lessonFile({ position: 2 }))).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/cards\[1\]: names "nothing"/),
        expect.stringMatching(/cards\[2\]: names the lesson "lesson-sample-2" where/),
      ]),
    );
  });

  it("belong to a track that there is", async () => {
    const { errors } = await checkCorpus({ ...corpusWith([lessonFile()]), tracks: [] });
    expect(errors.map(formatProblem)).toEqual([
      'lesson-1:4 track: there is no track "sample-track"',
    ]);
  });

  it("have a place of their own in the track", async () => {
    const errors = await errorsOf(lessonFile(), lessonFile());
    expect(errors.filter((error) => error.includes("position"))).toEqual([
      expect.stringMatching(/is already taken by lesson-1/),
    ]);
  });

  it("take about as long as they say", async () => {
    expect((await errorsOf(lessonFile({ minutes: 40 }))).join()).toMatch(
      /minutes: says 40, but \d+ words take about \d+ minutes/,
    );
  });
});
