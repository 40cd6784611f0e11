import { tzOffset } from "@date-fns/tz";

/*
 * A study day begins when the local wall clock first reads the chosen hour of a date, and ends
 * when the next one begins. Starting from the first such instant, rather than subtracting the hour
 * from each wall-clock time, keeps the index from falling back when the clock is set back across
 * that hour (Chatham at 3:45, St John's at 0:01).
 */

const msPerMinute = 60_000;
const msPerHour = 3_600_000;
const msPerDay = 86_400_000;

/** No zone is further from UTC than this, nor changes its offset twice within twice this. */
const widestOffsetMs = 16 * msPerHour;

/** Starts by zone and hour, then by day: asking Intl takes 2 µs, and a day has two starts to compare. */
const startsByClock = new Map<string, Map<number, number>>();
const maximumClocks = 50;
const maximumStartsPerClock = 20_000;

/** Whether the runtime knows an IANA time zone of this name. Plain offsets like "+02:00" are not names. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

function offsetMs(zone: string, instant: number): number {
  return Math.round(tzOffset(zone, new Date(instant)) * msPerMinute);
}

/** The first instant at which the wall clock reads `wall` (milliseconds, as if in UTC) or later. */
function firstInstantAt(wall: number, zone: string): number {
  const earlier = offsetMs(zone, wall - widestOffsetMs);
  const later = offsetMs(zone, wall + widestOffsetMs);
  const byEarlier = wall - earlier;
  if (offsetMs(zone, byEarlier) === earlier) return byEarlier;
  const byLater = wall - later;
  if (offsetMs(zone, byLater) === later) return byLater;
  // The clock jumps over `wall`: find the jump.
  let before = byLater;
  let after = byEarlier;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetMs(zone, middle) === earlier) before = middle;
    else after = middle;
  }
  return after;
}

function startsOf(zone: string, hour: number): Map<number, number> {
  const key = `${zone}@${hour}`;
  const known = startsByClock.get(key);
  if (known && known.size < maximumStartsPerClock) return known;
  if (!isTimeZone(zone)) throw new RangeError(`Unknown time zone: ${zone}`);
  if (startsByClock.size >= maximumClocks) startsByClock.clear();
  const starts = new Map<number, number>();
  startsByClock.set(key, starts);
  return starts;
}

function startMs(starts: Map<number, number>, day: number, zone: string, hour: number): number {
  const known = starts.get(day);
  if (known !== undefined) return known;
  const start = firstInstantAt(day * msPerDay + hour * msPerHour, zone);
  starts.set(day, start);
  return start;
}

/**
 * The study day an instant belongs to: days from 1970-01-01 to the local date on which it began.
 * Never decreases as time goes on. A date that a zone skipped altogether (Apia, 2011-12-30) has
 * only the hours before the turn of the day, and none at all when the day turns at midnight.
 * @param instant a Date or milliseconds since 1970-01-01T00:00Z.
 * @param zone IANA name.
 * @param hour local hour at which the day turns, 0 to 23.
 * @throws RangeError for an unknown zone or an invalid instant.
 */
export function studyDay(instant: Date | number, zone: string, hour: number): number {
  const ms = Number(instant);
  if (!Number.isFinite(ms)) throw new RangeError("Invalid instant");
  const starts = startsOf(zone, hour);
  let day = Math.floor((ms - hour * msPerHour) / msPerDay);
  while (startMs(starts, day, zone, hour) > ms) day -= 1;
  while (startMs(starts, day + 1, zone, hour) <= ms) day += 1;
  return day;
}

/**
 * The first instant of a study day.
 * @param day index as `studyDay` gives it.
 * @throws RangeError for an unknown zone.
 */
export function startOfStudyDay(day: number, zone: string, hour: number): Date {
  return new Date(startMs(startsOf(zone, hour), day, zone, hour));
}
