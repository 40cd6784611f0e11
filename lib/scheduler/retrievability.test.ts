import { describe, expect, it } from "vitest";
import { emptyCardState } from "#lib/scheduler/card-state.ts";
import { retrievability } from "#lib/scheduler/retrievability.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import { exact, firstDay, reviewOn } from "#lib/scheduler/test-support.ts";

describe("retrievability", () => {
  it("is 1 on the day, 0.9 after the stability, null for a new card", () => {
    const state = applyReview(emptyCardState, reviewOn(firstDay, 4), exact);
    expect(retrievability(emptyCardState, firstDay, exact)).toBeNull();
    expect(retrievability(state, firstDay, exact)).toBe(1);
    const whole = { ...state, stability: 40 };
    expect(retrievability(whole, firstDay + 40, exact)).toBeCloseTo(0.9, 6);
    expect(retrievability(whole, firstDay + 400, exact)).toBeLessThan(0.8);
  });

  it("a higher desired retention brings the card back sooner", () => {
    const history = reviewOn(firstDay, 4);
    const days = (desiredRetention: number) =>
      applyReview(emptyCardState, { ...history, desiredRetention }, exact).intervalDays;
    expect([days(0.7), days(0.9), days(0.97)]).toEqual([days(0.7), 8, 2]);
    expect(days(0.7)).toBeGreaterThan(40);
  });
});
