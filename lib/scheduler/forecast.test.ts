import { expect, it } from "vitest";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import { forecast } from "#lib/scheduler/forecast.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import { exact, firstDay, reviewOn } from "#lib/scheduler/test-support.ts";

const easy = applyReview(emptyCardState, reviewOn(firstDay, 4), exact);
const learning = applyReview(emptyCardState, reviewOn(firstDay, 1), exact);

const dueCounts = (states: CardState[], today: number, days: number) =>
  forecast(states, today, days).map(({ due }) => due);

it("counts each card on the day it falls due", () => {
  expect(forecast([easy], firstDay + 7, 3)).toEqual([
    { day: firstDay + 7, due: 0 },
    { day: firstDay + 8, due: 1 },
    { day: firstDay + 9, due: 0 },
  ]);
});

it("counts overdue and learning cards today, and none beyond the last day", () => {
  expect(dueCounts([easy, easy, learning], firstDay + 20, 2)).toEqual([3, 0]);
  expect(dueCounts([easy], firstDay, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

it("leaves out new and suspended cards, and counts buried ones when they come back", () => {
  expect(dueCounts([emptyCardState, { ...easy, suspended: true }], firstDay + 8, 1)).toEqual([0]);
  expect(dueCounts([{ ...easy, buriedUntilDay: firstDay + 9 }], firstDay + 8, 2)).toEqual([0, 1]);
  expect(dueCounts([{ ...easy, buriedUntilDay: firstDay }], firstDay + 8, 2)).toEqual([1, 0]);
});
