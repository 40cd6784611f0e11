import { default_w, forgetting_curve } from "ts-fsrs";
import type { CardState } from "#lib/scheduler/card-state.ts";
import type { SchedulingParameters } from "#lib/scheduler/parameters.ts";
import { elapsedDays } from "#lib/scheduler/step.ts";

/**
 * The probability, from 0 to 1, that the card would be recalled on a study day, before it is
 * answered; 1 on the day of its last review, null for a card that was never answered.
 * FSRS-6: R(t, S) = (1 + factor·t/S)^−w20, with the factor that makes R(S, S) = 0.9.
 */
export function retrievability(
  state: CardState,
  day: number,
  parameters: Pick<SchedulingParameters, "weights">,
): number | null {
  if (state.phase === "new") return null;
  return forgetting_curve(
    parameters.weights ?? default_w,
    elapsedDays(state, day),
    state.stability,
  );
}
