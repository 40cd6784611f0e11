import { spawn } from "node:child_process";
import { text as readAll } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";

/* The command itself, as anybody would run it: npm run --silent replay < history.json */

const run = fileURLToPath(new URL("run.mjs", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));

async function replay(
  input: unknown,
): Promise<{ code: number | null; output: string; complaints: string }> {
  const child = spawn(process.execPath, [run, "replay"], { cwd: root });
  child.stdin.end(typeof input === "string" ? input : JSON.stringify(input));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const [output, complaints] = await Promise.all([readAll(child.stdout), readAll(child.stderr)]);
  return { code: await ended, output, complaints };
}

const answerSchema = z.array(
  z.object({
    grade: z.number(),
    reviewedAt: z.string(),
    stability: z.number(),
    difficulty: z.number(),
    elapsedDays: z.number(),
    intervalDays: z.number(),
    due: z.string(),
  }),
);

async function answerTo(input: unknown) {
  const { code, output, complaints } = await replay(input);
  expect({ code, complaints }).toEqual({ code: 0, complaints: "" });
  return answerSchema.parse(JSON.parse(output));
}

const firstNoon = Date.UTC(2026, 0, 1, 12);
const noonOfDay = (day: number) => new Date(firstNoon + day * 86_400_000).toISOString();

/** The history that FSRS publishes with the memory it leaves: stability 53.62691, difficulty 6.35749. */
const published = {
  timeZone: "UTC",
  desiredRetention: 0.9,
  events: [
    [1, 0],
    [3, 0],
    [3, 1],
    [3, 4],
    [3, 12],
    [3, 33],
  ].map(([grade, day = 0], index) => ({
    grade,
    reviewedAt: new Date(Date.parse(noonOfDay(day)) + index * 1000).toISOString(),
  })),
};

describe("replay", () => {
  test("gives the published memory for the published history, in whatever order it is written", async () => {
    const answer = await answerTo(published);
    expect(answer.at(-1)?.stability).toBeCloseTo(53.62691, 4);
    expect(answer.at(-1)?.difficulty).toBeCloseTo(6.35749, 4);
    expect(answer.map(({ elapsedDays }) => elapsedDays)).toEqual([0, 0, 1, 3, 8, 21]);
    expect(await answerTo({ ...published, events: published.events.toReversed() })).toEqual(answer);
  });

  test("counts study days of the zone, not hours: the clock's change neither skips nor doubles one", async () => {
    // In Paris clocks go forward on 2026-03-29 and back on 2026-10-25; the day turns at 4 o'clock there.
    const { events, timeZone } = {
      timeZone: "Europe/Paris",
      events: [
        "2026-03-28T03:30:00Z",
        "2026-03-29T02:30:00Z",
        "2026-10-25T02:30:00Z",
        "2026-10-26T03:30:00Z",
      ],
    };
    const answer = await answerTo({
      timeZone,
      desiredRetention: 0.9,
      events: events.map((reviewedAt) => ({ grade: 4, reviewedAt })),
    });
    // 4:30, 4:30 (23 hours later), 3:30 (still the day before), 4:30.
    expect(answer.map(({ elapsedDays }) => elapsedDays)).toEqual([0, 1, 209, 2]);
    // Due when the day turns: at 2 o'clock UTC in summer, at 3 in winter.
    expect(answer.map(({ due }) => due.slice(11, 16))).toEqual([
      "02:00",
      "02:00",
      "03:00",
      "03:00",
    ]);
  });

  test("no events, no answers", async () => {
    expect(await answerTo({ ...published, events: [] })).toEqual([]);
  });

  test.each([
    [
      "a grade of 7",
      { ...published, events: [...published.events, { grade: 7, reviewedAt: noonOfDay(40) }] },
      /^events\[6\]\.grade: must be 1/,
    ],
    [
      "a time without a zone",
      { ...published, events: [{ grade: 3, reviewedAt: "2026-01-01T12:00:00" }] },
      /^events\[0\]\.reviewedAt: must be an ISO 8601 time/,
    ],
    ["no time", { ...published, events: [{ grade: 3 }] }, /^events\[0\]\.reviewedAt: /],
    ["not an event", { ...published, events: [7] }, /^events\[0\]: must be an object/],
    [
      "a zone that does not exist",
      { ...published, timeZone: "Europe/Atlantis" },
      /^timeZone: "Europe\/Atlantis" is not a known time zone/,
    ],
    [
      "a retention of 1",
      { ...published, desiredRetention: 1 },
      /^desiredRetention: must be at most 0\.97/,
    ],
    ["not an object", "[]", /^input: must be an object/],
    ["not JSON", "{", /^Not valid JSON: /],
    ["nothing", "", /^Not valid JSON: /],
  ])("%s is named, and the exit code is 2", async (_, input, complaint) => {
    const { code, output, complaints } = await replay(input);
    expect({ code, output }).toEqual({ code: 2, output: "" });
    expect(complaints).toMatch(complaint);
  });
});
