import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Grade, grades } from "#lib/scheduler/events.ts";
import { previewGrades } from "#lib/scheduler/preview.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import {
  afterGrades,
  arbitraryGrade,
  exact,
  firstDay,
  fuzzy,
  reviewOn,
} from "#lib/scheduler/test-support.ts";

describe("trap: the maximum interval is exceeded", () => {
  it("a maximum of 30 days holds for every grade", () => {
    const strong = afterGrades([
      [4, 0],
      [4, 8],
      [4, 60],
      [4, 300],
    ]);
    const moment = reviewOn((strong.lastDay ?? 0) + 300, 3);
    const capped = previewGrades(strong, moment, { ...exact, maximumIntervalDays: 30 });
    expect(grades.map((grade) => capped[grade].state.intervalDays)).toEqual([0, 30, 30, 30]);
  });

  it("intervals rise with the grade and stay within the maximum, fuzzed or not", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(arbitraryGrade, fc.integer({ min: 0, max: 90 })), { maxLength: 8 }),
        fc.integer({ min: 1, max: 120 }),
        fc.boolean(),
        fc.uuid(),
        fc.integer({ min: 0, max: 90 }),
        (history, maximumIntervalDays, fuzz, cardId, gapDays) => {
          const parameters = { maximumIntervalDays, fuzz };
          const state = afterGrades(history, parameters);
          const day = (state.lastDay ?? firstDay) + gapDays;
          const outcomes = previewGrades(state, reviewOn(day, 3, { cardId }), parameters);
          const days = grades.map((grade) => outcomes[grade].state.intervalDays);
          const inDays = days.filter((interval) => interval > 0);
          for (const [index, interval] of inDays.entries()) {
            expect(interval).toBeLessThanOrEqual(maximumIntervalDays);
            const better = inDays[index + 1];
            if (better === undefined) continue;
            if (interval < maximumIntervalDays) expect(better).toBeGreaterThan(interval);
            else expect(better).toBe(maximumIntervalDays);
          }
          expect(days).toEqual(days.toSorted((a, b) => a - b));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("fuzz", () => {
  /** ±(1 + .15 over 2.5–7 + .1 over 7–20 + .05 above). */
  const delta = (days: number) =>
    1 +
    0.15 * Math.max(Math.min(days, 7) - 2.5, 0) +
    0.1 * Math.max(Math.min(days, 20) - 7, 0) +
    0.05 * Math.max(days - 20, 0);

  const goodInterval = (
    history: readonly (readonly [Grade, number])[],
    cardId: string,
    fuzz: boolean,
  ) => {
    const state = afterGrades(history);
    const day = (state.lastDay ?? firstDay) + state.intervalDays;
    return applyReview(state, reviewOn(day, 3, { cardId }), fuzz ? fuzzy : exact).intervalDays;
  };

  it.each([
    ["none under 2.5 days", [[3, 0]], 2, 1],
    [
      "11 days",
      [
        [3, 0],
        [3, 0],
      ],
      11,
      3,
    ],
    [
      "46 days",
      [
        [3, 0],
        [3, 0],
        [3, 2],
      ],
      46,
      5,
    ],
    [
      "163 days",
      [
        [3, 0],
        [3, 0],
        [3, 2],
        [3, 11],
      ],
      163,
      10,
    ],
  ] as const)("%s", (_, history, plain, leastSpread) => {
    expect(goodInterval(history, "any", false)).toBe(plain);
    const seen = new Set<number>();
    for (let index = 0; index < 200; index += 1)
      seen.add(goodInterval(history, `card ${index}`, true));
    expect(seen.size).toBeGreaterThanOrEqual(leastSpread);
    if (plain < 2.5) expect([...seen]).toEqual([plain]);
    for (const days of seen)
      expect(Math.abs(days - plain)).toBeLessThanOrEqual(Math.round(delta(plain)));
  });

  it("trap: is the same in preview and record, and at any time of the day", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(arbitraryGrade, fc.integer({ min: 0, max: 90 })), { maxLength: 8 }),
        arbitraryGrade,
        fc.uuid(),
        fc.integer({ min: 0, max: 3_600_000 }),
        (history, grade, cardId, thinkingMs) => {
          const state = afterGrades(history, fuzzy);
          const day = (state.lastDay ?? firstDay) + state.intervalDays;
          const shown = reviewOn(day, grade, { cardId });
          const recorded = { ...shown, reviewedAt: shown.reviewedAt + thinkingMs };
          const previewed = previewGrades(state, shown, fuzzy)[grade];
          const now = previewGrades(state, recorded, fuzzy)[grade];
          expect(applyReview(state, recorded, fuzzy)).toEqual(now.state);
          expect(now.wait).toEqual(previewed.wait);
        },
      ),
    );
  });
});
