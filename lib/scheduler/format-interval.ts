import type { Wait } from "#lib/scheduler/preview.ts";

const minutesPerHour = 60;
const minutesPerDay = 1_440;
const daysPerMonth = 365.25 / 12;
const daysPerYear = 365.25;

interface Amount {
  value: number;
  short: string;
  long: string;
}

function amountOfMinutes(minutes: number): Amount {
  if (minutes < minutesPerHour) return { value: minutes, short: "min", long: "minute" };
  return { value: oneDecimal(minutes / minutesPerHour), short: "h", long: "hour" };
}

function amountOfDays(days: number): Amount {
  if (days < 30) return { value: oneDecimal(days), short: "d", long: "day" };
  const months = oneDecimal(days / daysPerMonth);
  if (months < 12) return { value: months, short: "mo", long: "month" };
  return { value: oneDecimal(days / daysPerYear), short: "y", long: "year" };
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

function amountOf(wait: Wait): Amount {
  if (wait.unit === "days") return amountOfDays(wait.days);
  const minutes = Math.round(wait.ms / 60_000);
  return minutes < minutesPerDay ? amountOfMinutes(minutes) : amountOfDays(minutes / minutesPerDay);
}

/** Fits above a grade: "10 min", "3 d", "2.4 mo", "1.2 y". */
export function formatIntervalShort(wait: Wait): string {
  const { value, short } = amountOf(wait);
  return value < 1 ? "<1 min" : `${value} ${short}`;
}

/** The same in words, for screen readers: "10 minutes", "1 day", "2.4 months". */
export function formatIntervalLong(wait: Wait): string {
  const { value, long } = amountOf(wait);
  if (value < 1) return "less than a minute";
  return `${value} ${long}${value === 1 ? "" : "s"}`;
}
