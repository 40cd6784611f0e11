import fc from "fast-check";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import type { CardChange, CardEvent, Grade, ReviewEvent } from "#lib/scheduler/events.ts";
import {
  defaultSettings,
  type SchedulerSettings,
  type SchedulingParameters,
} from "#lib/scheduler/parameters.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import { startOfStudyDay, studyDay } from "#lib/scheduler/study-day.ts";

export const utcSettings: SchedulerSettings = { ...defaultSettings, timeZone: "UTC" };

export const exact: SchedulingParameters = { maximumIntervalDays: 36_500, fuzz: false };
export const fuzzy: SchedulingParameters = { maximumIntervalDays: 36_500, fuzz: true };

export const msPerDay = 86_400_000;
export const firstDay = studyDay(Date.UTC(2026, 0, 1, 12), "UTC", 4);

/** An instant on a study day of UTC, in hours after the turn of the day. */
export function instantOn(day: number, hours = 8): number {
  return startOfStudyDay(day, "UTC", 4).getTime() + hours * 3_600_000;
}

/** A review on a study day of UTC, with an id that tells when and what. */
export function reviewOn(day: number, grade: Grade, rest: Partial<ReviewEvent> = {}): ReviewEvent {
  const reviewedAt = rest.reviewedAt ?? instantOn(day);
  return {
    id: `${reviewedAt}-${grade}`,
    cardId: "card",
    kind: "review",
    grade,
    reviewedAt,
    day,
    desiredRetention: 0.9,
    durationMs: 5_000,
    ...rest,
  };
}

/** A card's state after grades that each came so many days after the one before. */
export function afterGrades(
  history: readonly (readonly [Grade, number])[],
  parameters: SchedulingParameters = exact,
): CardState {
  let day = firstDay;
  return history.reduce<CardState>((state, [grade, gapDays]) => {
    day += gapDays;
    return applyReview(state, reviewOn(day, grade), parameters);
  }, emptyCardState);
}

export const arbitraryGrade = fc.constantFrom<Grade>(1, 2, 3, 4);

function changeOf(
  id: string,
  reviewedAt: number,
  kind: CardChange["kind"],
  grade: Grade,
): CardChange {
  const day = studyDay(reviewedAt, "UTC", 4);
  switch (kind) {
    case "review":
      return reviewOn(day, grade, { id, reviewedAt });
    case "bury":
      return { id, cardId: "card", kind, reviewedAt, day };
    default:
      return { id, cardId: "card", kind, reviewedAt };
  }
}

/** Changes of one card with distinct ids, mostly reviews, some of them at the same instant. */
export const arbitraryChanges: fc.Arbitrary<CardChange[]> = fc
  .array(
    fc.record({
      gapMs: fc.oneof(
        fc.constant(0),
        fc.integer({ min: 1, max: 1_200_000 }),
        fc.integer({ min: 0, max: 60 * msPerDay }),
      ),
      kind: fc.oneof(
        { weight: 6, arbitrary: fc.constant("review" as const) },
        {
          weight: 2,
          arbitrary: fc.constantFrom("suspend", "unsuspend", "bury", "unbury", "mark", "unmark"),
        },
      ),
      grade: arbitraryGrade,
      tag: fc.integer({ min: 0, max: 999 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((items) => {
    let at = instantOn(firstDay);
    return items.map(({ gapMs, kind, grade, tag }, index) => {
      at += gapMs;
      return changeOf(`${tag}-${index}`, at, kind, grade);
    });
  });

/** The same with undos of some of them, each placed anywhere in time. */
export const arbitraryEvents: fc.Arbitrary<CardEvent[]> = arbitraryChanges.chain((changes) =>
  fc.subarray(changes).chain((targets) =>
    fc
      .array(fc.integer({ min: -msPerDay, max: msPerDay }), {
        minLength: targets.length,
        maxLength: targets.length,
      })
      .map((shifts): CardEvent[] => [
        ...changes,
        ...targets.map((target, index) => ({
          id: `undo-${target.id}`,
          cardId: "card",
          kind: "undo" as const,
          targetId: target.id,
          reviewedAt: target.reviewedAt + (shifts[index] ?? 0),
        })),
      ]),
  ),
);
