import type { CardState } from "#lib/scheduler/card-state.ts";

export interface ForecastDay {
  /** Study day index. */
  day: number;
  due: number;
}

/**
 * How many of the cards fall due on each of the next study days, if nothing is answered.
 * Overdue and learning cards count for today, buried ones for the day they come back; new and
 * suspended cards do not count.
 * @param days how many days to return, today included.
 */
export function forecast(states: readonly CardState[], today: number, days: number): ForecastDay[] {
  const forecastDays = Array.from({ length: days }, (_, index) => ({ day: today + index, due: 0 }));
  for (const state of states) {
    if (state.phase === "new" || state.suspended) continue;
    const day = Math.max(today, state.dueDay, state.buriedUntilDay ?? today);
    const slot = forecastDays[day - today];
    if (slot) slot.due += 1;
  }
  return forecastDays;
}
