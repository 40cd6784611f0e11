/*
 * Reads one card's history as JSON on standard input and prints what the scheduler makes of it, so
 * that anyone can check the arithmetic: npm run --silent replay < history.json
 */
import { text as readAll } from "node:stream/consumers";
import { z } from "zod";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import { dueInstant } from "#lib/scheduler/due.ts";
import { defaultSettings, retentionRange, weightProblems } from "#lib/scheduler/parameters.ts";
import { applyReview, elapsedDays } from "#lib/scheduler/step.ts";
import { isTimeZone, studyDay } from "#lib/scheduler/study-day.ts";

const gradeError = "must be 1 (Again), 2 (Hard), 3 (Good) or 4 (Easy)";
const timeError = "must be an ISO 8601 time with its zone, such as 2026-01-01T12:00:00Z";

const eventSchema = z.object(
  {
    grade: z.literal([1, 2, 3, 4], gradeError),
    reviewedAt: z.iso
      .datetime({ offset: true, error: timeError })
      .transform((text) => Date.parse(text)),
  },
  "must be an object with grade and reviewedAt",
);

const weightsSchema = z.array(z.number("must be a number"), "must be a list of numbers");

const historySchema = z.object(
  {
    timeZone: z
      .string("must be the name of an IANA time zone, such as Europe/Paris")
      .refine(isTimeZone, { error: ({ input }) => `"${String(input)}" is not a known time zone` }),
    desiredRetention: z
      .number("must be a number")
      .min(retentionRange.min, `must be at least ${retentionRange.min}`)
      .max(retentionRange.max, `must be at most ${retentionRange.max}`),
    dayStartsAtHour: z
      .int("must be a whole number of hours")
      .min(0, "must be at least 0")
      .max(23, "must be at most 23")
      .default(defaultSettings.dayStartsAtHour),
    fuzz: z.boolean("must be true or false").default(false),
    weights: weightsSchema
      .superRefine((weights, context) => {
        for (const message of weightProblems(weights)) context.addIssue(message);
      })
      .optional(),
    events: z.array(eventSchema, "must be a list of events"),
  },
  "must be an object with timeZone, desiredRetention and events",
);
type History = z.infer<typeof historySchema>;

function replay(history: History) {
  const { timeZone, dayStartsAtHour, desiredRetention, weights, fuzz } = history;
  const parameters = { weights, fuzz, maximumIntervalDays: defaultSettings.maximumIntervalDays };
  let state: CardState = emptyCardState;
  return history.events
    .toSorted((a, b) => a.reviewedAt - b.reviewedAt)
    .map(({ grade, reviewedAt }) => {
      const day = studyDay(reviewedAt, timeZone, dayStartsAtHour);
      const elapsed = elapsedDays(state, day);
      const review = { cardId: "replay", grade, reviewedAt, day, desiredRetention };
      const next = applyReview(state, review, parameters);
      state = next;
      return {
        grade,
        reviewedAt: new Date(reviewedAt).toISOString(),
        stability: next.stability,
        difficulty: next.difficulty,
        elapsedDays: elapsed,
        intervalDays: next.intervalDays,
        due: new Date(dueInstant(next, { timeZone, dayStartsAtHour }) ?? reviewedAt).toISOString(),
      };
    });
}

/** `events[3].grade`, as one would write it in JavaScript. */
function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");
}

function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

async function main(): Promise<number> {
  const json = parseJson(await readAll(process.stdin));
  if ("problem" in json) {
    process.stderr.write(`Not valid JSON: ${json.problem}\n`);
    return 2;
  }
  const parsed = historySchema.safeParse(json.value);
  if (!parsed.success) {
    const lines = parsed.error.issues.map(
      ({ path, message }) => `${path.length === 0 ? "input" : pathText(path)}: ${message}\n`,
    );
    process.stderr.write(lines.join(""));
    return 2;
  }
  process.stdout.write(`${JSON.stringify(replay(parsed.data), null, 2)}\n`);
  return 0;
}

process.exitCode = await main();
