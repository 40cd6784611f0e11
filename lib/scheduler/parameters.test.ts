import { default_w } from "ts-fsrs";
import { describe, expect, it } from "vitest";
import { emptyCardState } from "#lib/scheduler/card-state.ts";
import { settingsProblems, weightProblems } from "#lib/scheduler/parameters.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import { exact, firstDay, reviewOn, utcSettings } from "#lib/scheduler/test-support.ts";

describe("settingsProblems", () => {
  it("accepts the defaults, the bounds and the published weights", () => {
    expect(settingsProblems(utcSettings)).toEqual([]);
    expect(settingsProblems({ ...utcSettings, desiredRetention: 0.7, newPerDay: 0 })).toEqual([]);
    expect(
      settingsProblems({ ...utcSettings, desiredRetention: 0.97, weights: default_w }),
    ).toEqual([]);
  });

  it.each([
    { timeZone: "Mars/Olympus" },
    { dayStartsAtHour: 24 },
    { dayStartsAtHour: 3.5 },
    { desiredRetention: 0 },
    { desiredRetention: 0.69 },
    { desiredRetention: 0.98 },
    { desiredRetention: Number.NaN },
    { newPerDay: -1 },
    { reviewsPerDay: Number.POSITIVE_INFINITY },
    { maximumIntervalDays: 0 },
    { learnAheadMinutes: -1 },
    { weights: [] },
  ])("names the field of %j", (wrong) => {
    const problems = settingsProblems({ ...utcSettings, ...wrong });
    expect(problems.map(({ field }) => field)).toEqual(Object.keys(wrong));
  });
});

describe("trap: weights that ts-fsrs would silently replace", () => {
  it.each([0, 17, 19, 20, 22])("a list of %i is refused, not migrated or defaulted", (length) => {
    const weights = Array.from({ length }, (_, index) => default_w[index] ?? 0.5);
    expect(weightProblems(weights)).toHaveLength(1);
    const review = reviewOn(firstDay, 3);
    expect(() => applyReview(emptyCardState, review, { ...exact, weights })).toThrow(RangeError);
  });

  it("values out of range or not numbers are refused, not clipped", () => {
    expect(weightProblems(default_w.with(3, 101))).toEqual([
      "must hold a number between 0.001 and 100 at index 3",
    ]);
    expect(weightProblems(default_w.with(20, Number.NaN))).toHaveLength(1);
  });

  it("bounds rounded to 32 bits, as training gives them, pass", () => {
    expect(Math.fround(0.8)).toBeGreaterThan(0.8);
    expect(weightProblems(default_w.with(20, Math.fround(0.8)))).toEqual([]);
    expect(Math.fround(0.01)).toBeLessThan(0.01);
    expect(weightProblems(default_w.with(19, Math.fround(0.01)))).toEqual([]);
  });

  it("other weights give other memories", () => {
    const review = reviewOn(firstDay, 3);
    const weights = default_w.with(2, 5);
    expect(applyReview(emptyCardState, review, { ...exact, weights }).stability).toBe(5);
    expect(applyReview(emptyCardState, review, exact).stability).toBe(2.3065);
  });
});

describe("trap: a desired retention of 0 becomes 0.9 in ts-fsrs", () => {
  it.each([0, -1, 1, 0.5, Number.NaN])("%d is refused", (desiredRetention) => {
    const review = reviewOn(firstDay, 4, { desiredRetention });
    expect(() => applyReview(emptyCardState, review, exact)).toThrow(RangeError);
  });
});
