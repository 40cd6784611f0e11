/** 1970-01-01 was a Thursday: three days after its week's Monday. */
const daysFromMonday = 3;

/** The week that a study day lies in, counted from Monday to Sunday; week 0 holds 1970-01-01. */
export function weekOf(day: number): number {
  return Math.floor((day + daysFromMonday) / 7);
}

/** The Monday of a week, as a study day. */
export function firstDayOf(week: number): number {
  return week * 7 - daysFromMonday;
}
