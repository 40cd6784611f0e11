import type { CardState, LearningCardState, ReviewCardState } from "#lib/scheduler/card-state.ts";
import type { Grade, ReviewInput } from "#lib/scheduler/events.ts";
import type { SchedulingParameters } from "#lib/scheduler/parameters.ts";
import { applyReview } from "#lib/scheduler/step.ts";

/** How long until a card comes back: minutes of learning by the clock, everything else by study days. */
export type Wait = { unit: "ms"; ms: number } | { unit: "days"; days: number };

export interface GradeOutcome {
  state: LearningCardState | ReviewCardState;
  wait: Wait;
}

/** How long a card waits from its last review. */
export function waitOf(state: LearningCardState | ReviewCardState): Wait {
  return state.phase === "review"
    ? { unit: "days", days: state.intervalDays }
    : { unit: "ms", ms: state.dueAt - state.lastReviewedAt };
}

/**
 * What each grade would do to a card, fuzz included: exactly what recording it then does.
 * @param moment the review as it would be recorded, without its grade.
 * @throws RangeError as `applyReview` does.
 */
export function previewGrades(
  state: CardState,
  moment: Omit<ReviewInput, "grade">,
  parameters: SchedulingParameters,
): Record<Grade, GradeOutcome> {
  const outcome = (grade: Grade): GradeOutcome => {
    const next = applyReview(state, { ...moment, grade }, parameters);
    return { state: next, wait: waitOf(next) };
  };
  return { 1: outcome(1), 2: outcome(2), 3: outcome(3), 4: outcome(4) };
}
