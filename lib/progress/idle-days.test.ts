import fc from "fast-check";
import { expect, test } from "vitest";
import { idleDayTest } from "#lib/progress/idle-days.ts";
import { streakOf } from "#lib/progress/study-days.ts";

const day = (index: number) => ({ day: index, reviews: 1, introduced: 0, durationMs: 0 });

test("a day is idle when no card waits on it", () => {
  const isIdle = idleDayTest([
    { from: 10, until: 12 },
    { from: 20, until: 21 },
  ]);
  expect([9, 10, 11, 12, 19, 20, 21].filter(isIdle)).toEqual([9, 12, 19, 21]);
});

test("agrees with looking at every span", () => {
  const spans = fc.array(
    fc
      .record({ from: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 0, max: 9 }) })
      .map(({ from, length }) => ({ from, until: from + length })),
  );
  fc.assert(
    fc.property(spans, fc.integer({ min: -2, max: 55 }), (all, asked) => {
      expect(idleDayTest(all)(asked)).toBe(
        !all.some(({ from, until }) => from <= asked && asked < until),
      );
    }),
  );
});

test("a streak passes over idle days and ends at a day on which something was due", () => {
  const days = [day(1), day(2), day(5), day(6)];
  expect(streakOf(days, [], 7)).toEqual({ current: 4, longest: 4 });
  expect(streakOf(days, [{ from: 4, until: 5 }], 7)).toEqual({ current: 2, longest: 2 });
  expect(streakOf(days, [{ from: 7, until: 9 }], 9)).toEqual({ current: 0, longest: 4 });
});
