import type { CardState } from "#lib/scheduler/card-state.ts";
import type { SchedulerSettings } from "#lib/scheduler/parameters.ts";
import { startOfStudyDay } from "#lib/scheduler/study-day.ts";

/**
 * When a card falls due, in milliseconds since 1970-01-01T00:00Z: to the minute while learning,
 * else at the start of its study day; null for a card that was never answered.
 */
export function dueInstant(
  state: CardState,
  settings: Pick<SchedulerSettings, "timeZone" | "dayStartsAtHour">,
): number | null {
  switch (state.phase) {
    case "new":
      return null;
    case "learning":
    case "relearning":
      return state.dueAt;
    case "review":
      return startOfStudyDay(state.dueDay, settings.timeZone, settings.dayStartsAtHour).getTime();
  }
}

/** Whether a card takes part in the study of a day: neither suspended nor buried. */
export function isActive(state: CardState, today: number): boolean {
  return !state.suspended && (state.buriedUntilDay === null || state.buriedUntilDay <= today);
}
