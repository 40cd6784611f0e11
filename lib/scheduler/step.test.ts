import fc from "fast-check";
import { createEmptyCard, FSRS, Rating, State } from "ts-fsrs";
import { describe, expect, it } from "vitest";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import { dueInstant } from "#lib/scheduler/due.ts";
import { type Grade, grades } from "#lib/scheduler/events.ts";
import { isLeechNotice } from "#lib/scheduler/leech.ts";
import { previewGrades } from "#lib/scheduler/preview.ts";
import { retrievability } from "#lib/scheduler/retrievability.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";
import {
  arbitraryGrade,
  exact,
  firstDay,
  fuzzy,
  instantOn,
  reviewOn,
  utcSettings,
} from "#lib/scheduler/test-support.ts";

/** Each grade so many days after the one before. */
function after(history: readonly (readonly [Grade, number])[], parameters = exact): CardState {
  let day = firstDay;
  return history.reduce<CardState>((state, [grade, gapDays]) => {
    day += gapDays;
    return applyReview(state, reviewOn(day, grade), parameters);
  }, emptyCardState);
}

const minutesUntilDue = (state: CardState) =>
  ((state.dueAt ?? Number.NaN) - (state.lastReviewedAt ?? Number.NaN)) / 60_000;

describe("upstream's reference vectors", () => {
  it("1,3,3,3,3,3 after 0,0,1,3,8,21 days", () => {
    const state = after([
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
    "first step": after([[1, 0]]),
    "second step": after([[3, 0]]),
    relearning: after([
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
      after([
        [1, 0],
        [1, 0],
      ]).lapses,
    ).toBe(0);
    expect(
      after([
        [4, 0],
        [1, 8],
      ]).lapses,
    ).toBe(1);
    expect(
      after([
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
    const learnt = after([[4, 0]]);
    const next = applyReview(
      learnt,
      reviewOn(firstDay - 1, 3, { reviewedAt: instantOn(firstDay, 9) }),
      exact,
    );
    expect(next.stability).toBe(applyReview(learnt, reviewOn(firstDay, 3), exact).stability);
    expect(next.dueDay).toBe(firstDay - 1 + next.intervalDays);
  });
});

describe("trap: the maximum interval is exceeded", () => {
  it("a maximum of 30 days holds for every grade", () => {
    const strong = after([
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
          const state = after(history, parameters);
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
    const state = after(history);
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
          const state = after(history, fuzzy);
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

describe("due", () => {
  it("is the start of the due day for reviews and the minute for learning cards", () => {
    expect(dueInstant(emptyCardState, utcSettings)).toBeNull();
    expect(dueInstant(after([[1, 0]]), utcSettings)).toBe(instantOn(firstDay) + 60_000);
    expect(dueInstant(after([[4, 0]]), utcSettings)).toBe(instantOn(firstDay + 8, 0));
    const inTokyo = { ...utcSettings, timeZone: "Asia/Tokyo" };
    expect(dueInstant(after([[4, 0]]), inTokyo)).toBe(instantOn(firstDay + 8, -9));
  });
});

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

describe("leech", () => {
  it("is told at 8 lapses and at every fourth from there", () => {
    const told = Array.from({ length: 21 }, (_, lapses) => lapses).filter(isLeechNotice);
    expect(told).toEqual([8, 12, 16, 20]);
  });

  it("is a flag of the state from the eighth lapse on", () => {
    const lapse = [
      [1, 1],
      [3, 0],
    ] as const;
    const lapsed = (times: number) =>
      after([[4, 0], ...Array.from({ length: times }, () => lapse).flat()]);
    expect([lapsed(7).lapses, lapsed(7).leech]).toEqual([7, false]);
    expect([lapsed(8).lapses, lapsed(8).leech]).toEqual([8, true]);
    expect(lapsed(9).leech).toBe(true);
  });
});

it("does not touch the state it is given", () => {
  const state = Object.freeze(after([[4, 0]]));
  const copy = structuredClone(state);
  applyReview(state, reviewOn(firstDay + 8, 1), fuzzy);
  expect(state).toEqual(copy);
});
