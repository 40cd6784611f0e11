import fc from "fast-check";
import { createEmptyCard, FSRS, Rating, State } from "ts-fsrs";
import { describe, expect, it } from "vitest";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";
import {
  afterGrades,
  arbitraryGrade,
  exact,
  firstDay,
  fuzzy,
  instantOn,
  reviewOn,
} from "#lib/scheduler/test-support.ts";

const minutesUntilDue = (state: CardState) =>
  ((state.dueAt ?? Number.NaN) - (state.lastReviewedAt ?? Number.NaN)) / 60_000;

describe("upstream's reference vectors", () => {
  it("1,3,3,3,3,3 after 0,0,1,3,8,21 days", () => {
    const state = afterGrades([
      [1, 0],
      [3, 0],
      [3, 1],
      [3, 3],
      [3, 8],
      [3, 21],
    ]);
    expect(state.stability).toBeCloseTo(53.62691, 4);
    expect(state.difficulty).toBeCloseTo(6.35749, 4);
  });

  it("3333331133333, each on its due day", () => {
    let state: CardState = emptyCardState;
    let day = firstDay;
    const intervals = ([3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3] as const).map((grade) => {
      state = applyReview(state, reviewOn(day, grade), exact);
      day += state.intervalDays;
      return state.intervalDays;
    });
    expect(intervals).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21]);
  });

  it("any history, against ts-fsrs' own card at noon UTC", () => {
    const phases = {
      [State.New]: "new",
      [State.Learning]: "learning",
      [State.Review]: "review",
      [State.Relearning]: "relearning",
    };
    const ratings = { 1: Rating.Again, 2: Rating.Hard, 3: Rating.Good, 4: Rating.Easy } as const;
    const reference = new FSRS({ enable_fuzz: false });
    const history = fc.array(fc.tuple(arbitraryGrade, fc.integer({ min: 0, max: 400 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(history, (steps) => {
        let card = createEmptyCard(new Date(instantOn(firstDay)));
        let state: CardState = emptyCardState;
        let day = firstDay;
        for (const [grade, gapDays] of steps) {
          day += gapDays;
          card = reference.next(card, new Date(instantOn(day)), ratings[grade]).card;
          state = applyReview(state, reviewOn(day, grade), exact);
          expect([state.phase, state.step]).toEqual([phases[card.state], card.learning_steps]);
          expect([state.stability, state.difficulty]).toEqual([card.stability, card.difficulty]);
          expect([state.reps, state.lapses]).toEqual([card.reps, card.lapses]);
          // Within the maximum that ts-fsrs exceeds, and but for the day that Easy gains on Good
          // out of the steps.
          if (card.scheduled_days < 36_500) {
            expect(state.intervalDays - card.scheduled_days).toBeOneOf(grade === 4 ? [0, 1] : [0]);
          }
        }
      }),
    );
  });
});

describe("learning steps", () => {
  const states = {
    new: emptyCardState,
    "first step": afterGrades([[1, 0]]),
    "second step": afterGrades([[3, 0]]),
    relearning: afterGrades([
      [4, 0],
      [1, 8],
    ]),
  };

  it.each([
    ["new", 1, "learning", 0, 1],
    ["new", 2, "learning", 0, 6],
    ["new", 3, "learning", 1, 10],
    ["first step", 1, "learning", 0, 1],
    ["first step", 2, "learning", 0, 6],
    ["first step", 3, "learning", 1, 10],
    ["second step", 1, "learning", 0, 1],
    ["second step", 2, "learning", 1, 10],
    ["relearning", 1, "relearning", 0, 10],
    ["relearning", 2, "relearning", 0, 15],
  ] as const)("%s, grade %i: %s step %i in %i min", (from, grade, phase, step, minutes) => {
    const day = states[from].lastDay ?? firstDay;
    const next = applyReview(states[from], reviewOn(day, grade), exact);
    expect([next.phase, next.step, minutesUntilDue(next)]).toEqual([phase, step, minutes]);
    expect([next.intervalDays, next.dueDay]).toEqual([0, day]);
  });

  it.each([
    ["new", 4],
    ["first step", 4],
    ["second step", 3],
    ["second step", 4],
    ["relearning", 3],
    ["relearning", 4],
  ] as const)("%s, grade %i graduates", (from, grade) => {
    const day = states[from].lastDay ?? firstDay;
    const next = applyReview(states[from], reviewOn(day, grade), exact);
    expect(next.phase).toBe("review");
    expect(next.intervalDays).toBeGreaterThanOrEqual(1);
    expect([next.dueAt, next.dueDay]).toEqual([null, day + next.intervalDays]);
  });

  it("a lapse is Again in review only", () => {
    expect(
      afterGrades([
        [1, 0],
        [1, 0],
      ]).lapses,
    ).toBe(0);
    expect(
      afterGrades([
        [4, 0],
        [1, 8],
      ]).lapses,
    ).toBe(1);
    expect(
      afterGrades([
        [4, 0],
        [1, 8],
        [1, 0],
      ]).lapses,
    ).toBe(1);
  });
});

describe("trap: elapsed days turn at UTC midnight", () => {
  it("two answers ten minutes apart are on one study day, whatever UTC says", () => {
    const pair = (first: string, second: string) =>
      [first, second].reduce<CardState>((state, text) => {
        const reviewedAt = Date.parse(text);
        const day = studyDay(reviewedAt, "UTC", 4);
        return applyReview(state, reviewOn(day, 3, { reviewedAt }), exact);
      }, emptyCardState);
    const aroundMidnight = pair("2026-01-01T23:50:00Z", "2026-01-02T00:00:00Z");
    const atNoon = pair("2026-01-01T12:00:00Z", "2026-01-01T12:10:00Z");
    expect(aroundMidnight.stability).toBe(atNoon.stability);
    expect(aroundMidnight.stability).toBeCloseTo(2.3065, 4);
    const acrossTheTurn = pair("2026-01-02T03:55:00Z", "2026-01-02T04:05:00Z");
    expect(acrossTheTurn.stability).toBeCloseTo(7.3, 1);
  });

  it("travelling to where the day has not turned yet counts as no day, not as minus one", () => {
    const learnt = afterGrades([[4, 0]]);
    const next = applyReview(
      learnt,
      reviewOn(firstDay - 1, 3, { reviewedAt: instantOn(firstDay, 9) }),
      exact,
    );
    expect(next.stability).toBe(applyReview(learnt, reviewOn(firstDay, 3), exact).stability);
    expect(next.dueDay).toBe(firstDay - 1 + next.intervalDays);
  });
});

it("does not touch the state it is given", () => {
  const state = Object.freeze(afterGrades([[4, 0]]));
  const copy = structuredClone(state);
  applyReview(state, reviewOn(firstDay + 8, 1), fuzzy);
  expect(state).toEqual(copy);
});
