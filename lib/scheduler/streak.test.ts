import fc from "fast-check";
import { expect, it } from "vitest";
import { streak } from "#lib/scheduler/streak.ts";

const never = () => false;
const idle =
  (...days: number[]) =>
  (day: number) =>
    days.includes(day);

it.each([
  ["nothing yet", [], 10, never, { current: 0, longest: 0 }],
  ["today", [10], 10, never, { current: 1, longest: 1 }],
  ["today is not over", [8, 9], 10, never, { current: 2, longest: 2 }],
  ["yesterday was missed", [7, 8], 10, never, { current: 0, longest: 2 }],
  ["a gap breaks", [5, 6, 7, 9, 10], 10, never, { current: 2, longest: 3 }],
  ["a day with nothing due does not", [5, 6, 7, 9, 10], 10, idle(8), { current: 5, longest: 5 }],
  ["idle days alone keep it", [5], 10, idle(6, 7, 8, 9), { current: 1, longest: 1 }],
  ["one of two missed days was idle", [5, 8], 8, idle(6), { current: 1, longest: 1 }],
  ["repeats count once", [9, 9, 10, 10], 10, never, { current: 2, longest: 2 }],
  ["having flown west of the date", [9, 10], 9, never, { current: 2, longest: 2 }],
] as const)("%s", (_, active, today, isIdle, expected) => {
  expect(streak(active, today, isIdle)).toEqual(expected);
});

it("counts all active days when every other day is idle, and the longest is never shorter", () => {
  const days = fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 30 });
  fc.assert(
    fc.property(days, (unsorted) => {
      const active = unsorted.toSorted((a, b) => a - b);
      expect(streak(active, 61, () => true)).toEqual({
        current: active.length,
        longest: active.length,
      });
      const strict = streak(active, 61, never);
      expect(strict.longest).toBeGreaterThanOrEqual(strict.current);
      expect(strict.current > 0).toBe(active.includes(60));
    }),
  );
});
