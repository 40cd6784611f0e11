import { formatIntervalShort } from "#lib/scheduler/format-interval.ts";

/* Words for figures. Everything is in English with fixed forms, so that server and browser agree. */

const msPerDay = 86_400_000;
const shortDay = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  timeZone: "UTC",
});
const longDay = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const monthName = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });

/** The date on which a study day began, as midnight UTC, for formatting only. */
export function dateOf(day: number): Date {
  return new Date(day * msPerDay);
}

/** "21 Nov" */
export function formatDay(day: number): string {
  return shortDay.format(dateOf(day));
}

/** "Fri, 21 Nov 2026" */
export function formatDayLong(day: number): string {
  return longDay.format(dateOf(day));
}

/** "Nov" */
export function formatMonth(day: number): string {
  return monthName.format(dateOf(day));
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (day + 3) % 7;
}

/** "today", "tomorrow", "yesterday", "in 5 days", "5 days ago"; far off, the date. */
export function formatRelativeDay(day: number, today: number): string {
  const distance = day - today;
  if (distance === 0) return "today";
  if (distance === 1) return "tomorrow";
  if (distance === -1) return "yesterday";
  if (Math.abs(distance) > 60) return formatDayLong(day);
  return distance > 0 ? `in ${distance} days` : `${-distance} days ago`;
}

/** "Fri, 21 Nov, 19:05" in the person's zone. */
export function formatInstant(instant: Date | number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(instant);
}

/** "45 s", "12 min", "1 h 05 min" */
export function formatDuration(ms: number): string {
  if (ms < 60_000) return `${Math.round(ms / 1000)} s`;
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** A stability: "0.4 d", "12 d", "3.1 mo". */
export function formatStability(days: number): string {
  if (days < 0.1) return "< 0.1 d";
  return days < 1 ? `${days.toFixed(1)} d` : formatIntervalShort({ unit: "days", days });
}

/** "87 %" */
export function formatPercent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** "1 card", "2 cards" */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
