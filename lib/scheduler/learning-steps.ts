import type { CardState } from "#lib/scheduler/card-state.ts";
import type { Grade } from "#lib/scheduler/events.ts";

export interface LearningStep {
  phase: "learning" | "relearning";
  step: number;
  minutes: number;
}

const stepMinutes = { learning: [1, 10], relearning: [10] } as const;

/** Hard on the first step waits between it and the second, or half as long again if there is none. */
function hardMinutes(steps: readonly number[], step: number): number {
  const [first = 0, second = first * 2] = steps;
  return step === 0 ? Math.round((first + second) / 2) : (steps[step] ?? first);
}

function stepWithin(phase: LearningStep["phase"], step: number, grade: Grade): LearningStep | null {
  const steps: readonly number[] = stepMinutes[phase];
  switch (grade) {
    case 1:
      return { phase, step: 0, minutes: steps[0] ?? 0 };
    case 2:
      return { phase, step, minutes: hardMinutes(steps, step) };
    case 3: {
      const minutes = steps[step + 1];
      return minutes === undefined ? null : { phase, step: step + 1, minutes };
    }
    case 4:
      return null;
  }
}

/**
 * The step of minutes that a grade leads to, or null when it leads to an interval of days. Steps
 * are 1 and 10 minutes for a new card and 10 minutes after a lapse, with Anki's rules.
 */
export function nextLearningStep(
  state: Pick<CardState, "phase" | "step">,
  grade: Grade,
): LearningStep | null {
  switch (state.phase) {
    case "new":
    case "learning":
      return stepWithin("learning", state.step, grade);
    case "relearning":
      return stepWithin("relearning", state.step, grade);
    case "review":
      return grade === 1 ? stepWithin("relearning", 0, grade) : null;
  }
}
