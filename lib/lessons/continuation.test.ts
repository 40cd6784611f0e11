import { describe, expect, it } from "vitest";
import { continuationOf, latestContinuation, sectionCounts } from "#lib/lessons/continuation.ts";
import type { LessonSummary } from "#lib/lessons/dto.ts";

/** Sections "a", "b" and "c"; `at` is when one was read last. */
function lesson(title: string, read: readonly string[], at: number | null): LessonSummary {
  return {
    ...{ kind: "lesson", id: title, title, path: `/lessons/t/${title}`, number: 1 },
    ...{ topic: { slug: "t", name: "T" }, level: "senior", place: 1, of: 3, minutes: 5 },
    ...{ summary: "", sections: ["a", "b", "c"].map((id) => ({ id, title: id })) },
    read: [...read],
    lastReadAt: at === null ? null : new Date(at),
  };
}

const all = ["a", "b", "c"];
const where = (found: ReturnType<typeof continuationOf>) =>
  found && [found.lesson.title, found.section.id, found.sectionNumber];

describe("where to go on in a track", () => {
  it.each([
    ["nothing was read", [lesson("1", [], null), lesson("2", [], null)], null],
    ["everything was read", [lesson("1", all, 1), lesson("2", all, 2)], null],
    ["in the lesson begun", [lesson("1", ["a"], 1), lesson("2", [], null)], ["1", "b", 2]],
    ["in the one read last", [lesson("1", ["a"], 1), lesson("2", ["a", "b"], 2)], ["2", "c", 3]],
    ["at what was passed over", [lesson("1", ["a", "c"], 1)], ["1", "b", 2]],
    [
      "in the next lesson after a whole one",
      [lesson("1", all, 1), lesson("2", [], null)],
      ["2", "a", 1],
    ],
    [
      "before it, when nothing is left after it",
      [lesson("1", ["a"], 1), lesson("2", all, 2)],
      ["1", "b", 2],
    ],
  ])("%s", (_, lessons, expected) => {
    expect(where(continuationOf({ lessons }))).toEqual(expected);
  });
});

describe("where to go on of all tracks", () => {
  it("is in the one read last that has something left", () => {
    const older = { lessons: [lesson("older", ["a"], 1)] };
    const newer = { lessons: [lesson("newer", ["a"], 5)] };
    const done = { lessons: [lesson("done", all, 9)] };
    const untouched = { lessons: [lesson("untouched", [], null)] };
    expect(where(latestContinuation([older, newer, done, untouched]))).toEqual(["newer", "b", 2]);
    expect(latestContinuation([done, untouched])).toBeNull();
    expect(latestContinuation([])).toBeNull();
  });
});

it("counts sections over lessons", () => {
  expect(sectionCounts([lesson("1", ["a"], 1), lesson("2", [], null)])).toEqual({
    read: 1,
    all: 6,
  });
});
