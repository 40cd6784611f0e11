import type { CardState, LearningCardState, ReviewCardState } from "#lib/scheduler/card-state.ts";
import type { CardChange, Grade, ReviewInput } from "#lib/scheduler/events.ts";
import { nextLearningStep } from "#lib/scheduler/learning-steps.ts";
import { isLeech } from "#lib/scheduler/leech.ts";
import { type MemoryModel, memoryModel } from "#lib/scheduler/memory.ts";
import type { SchedulingParameters } from "#lib/scheduler/parameters.ts";

const msPerMinute = 60_000;

/**
 * Study days between the last review of a card and `day`: 0 for a card that was never answered,
 * and when the person has since travelled to where the day has not turned yet.
 */
export function elapsedDays(state: CardState, day: number): number {
  return state.lastDay === null ? 0 : Math.max(0, day - state.lastDay);
}

/**
 * Days after a grade that leads out of the learning steps. Longer for a better grade, by a day at
 * least, and equal only at the maximum, which neither the fuzz nor this order exceeds.
 */
function intervalDays(
  state: CardState,
  grade: Grade,
  model: MemoryModel,
  maximumIntervalDays: number,
): number {
  const raw = (rated: Grade): number => model.intervalDays(model.after(rated));
  const good = (): number =>
    nextLearningStep(state, 2) === null ? Math.max(raw(3), raw(2) + 1) : raw(3);
  const easy = (): number =>
    nextLearningStep(state, 3) === null ? Math.max(raw(4), good() + 1) : raw(4);
  const days = grade === 2 ? raw(2) : grade === 3 ? good() : easy();
  return Math.min(days, maximumIntervalDays);
}

/**
 * The state of a card after one review. Preview, record and refold all go through here, so that
 * they agree. Fuzz is seeded by card and number of reviews, never by the clock.
 * @param parameters must have passed `settingsProblems`.
 * @throws RangeError for parameters or a desired retention out of range.
 */
export function applyReview(
  state: CardState,
  review: ReviewInput,
  parameters: SchedulingParameters,
): LearningCardState | ReviewCardState {
  const { cardId, grade, reviewedAt, day, desiredRetention } = review;
  const reps = state.reps + 1;
  const lapses = state.lapses + (state.phase === "review" && grade === 1 ? 1 : 0);
  const memory =
    state.phase === "new" ? null : { stability: state.stability, difficulty: state.difficulty };
  const elapsed = elapsedDays(state, day);
  const model = memoryModel(memory, elapsed, desiredRetention, `${cardId} ${reps}`, parameters);
  const shared = {
    ...model.after(grade),
    reps,
    lapses,
    leech: isLeech(lapses),
    suspended: state.suspended,
    // Whoever answers a buried card on another device wants it back.
    buriedUntilDay: null,
    marked: state.marked,
    lastReviewedAt: reviewedAt,
    lastDay: day,
  };
  const next = nextLearningStep(state, grade);
  if (next) {
    const dueAt = reviewedAt + next.minutes * msPerMinute;
    return { ...shared, phase: next.phase, step: next.step, dueAt, dueDay: day, intervalDays: 0 };
  }
  const days = intervalDays(state, grade, model, parameters.maximumIntervalDays);
  return {
    ...shared,
    phase: "review",
    step: 0,
    dueAt: null,
    dueDay: day + days,
    intervalDays: days,
  };
}

/** The state of a card after one event of any kind that acts by itself. */
export function applyChange(
  state: CardState,
  change: CardChange,
  parameters: SchedulingParameters,
): CardState {
  switch (change.kind) {
    case "review":
      return applyReview(state, change, parameters);
    case "suspend":
      return { ...state, suspended: true };
    case "unsuspend":
      return { ...state, suspended: false };
    case "bury":
      return { ...state, buriedUntilDay: change.day + 1 };
    case "unbury":
      return { ...state, buriedUntilDay: null };
    case "mark":
      return { ...state, marked: true };
    case "unmark":
      return { ...state, marked: false };
  }
}
