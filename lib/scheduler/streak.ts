export interface Streak {
  /** Active days up to now. Today counts once it is active, and breaks nothing before. */
  current: number;
  longest: number;
}

function everyDayBetween(after: number, before: number, holds: (day: number) => boolean): boolean {
  for (let day = after + 1; day < before; day += 1) if (!holds(day)) return false;
  return true;
}

/**
 * Runs of study days on which something was answered. A day with nothing due neither counts nor
 * breaks a run.
 * @param activeDays study day indices, ascending; repeats count once.
 * @param isIdleDay whether nothing was due on a day without answers.
 */
export function streak(
  activeDays: readonly number[],
  today: number,
  isIdleDay: (day: number) => boolean,
): Streak {
  let run = 0;
  let longest = 0;
  let previous: number | null = null;
  for (const day of activeDays) {
    if (day === previous) continue;
    run = previous !== null && everyDayBetween(previous, day, isIdleDay) ? run + 1 : 1;
    longest = Math.max(longest, run);
    previous = day;
  }
  const holds = previous !== null && everyDayBetween(previous, today, isIdleDay);
  return { current: holds ? run : 0, longest };
}
