import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTimeZone, startOfStudyDay, studyDay } from "#lib/scheduler/study-day.ts";

const hourMs = 3_600_000;
const dayIndex = (isoDate: string) => Date.parse(isoDate) / 86_400_000;

/** Zone and a span around a change of its clock. */
const clockChanges = [
  ["New York, spring", "America/New_York", "2026-03-08"],
  ["New York, autumn", "America/New_York", "2026-11-01"],
  ["Berlin, autumn", "Europe/Berlin", "2026-10-25"],
  ["Lord Howe by half an hour, autumn", "Australia/Lord_Howe", "2026-04-05"],
  ["Lord Howe by half an hour, spring", "Australia/Lord_Howe", "2026-10-04"],
  ["Chatham at 3:45, autumn", "Pacific/Chatham", "2026-04-05"],
  ["Chatham at 2:45, spring", "Pacific/Chatham", "2026-09-27"],
  ["Sao Paulo without a midnight", "America/Sao_Paulo", "2018-11-04"],
  ["Sao Paulo with two midnights to be", "America/Sao_Paulo", "2018-02-18"],
  ["St John's at 0:01, autumn", "America/St_Johns", "2006-10-29"],
  ["Casablanca before Ramadan", "Africa/Casablanca", "2026-02-15"],
] as const;

describe("studyDay", () => {
  it("counts days from 1970-01-01 by the local date on which the study day began", () => {
    expect(studyDay(Date.parse("1970-01-01T04:00Z"), "UTC", 4)).toBe(0);
    expect(studyDay(Date.parse("1970-01-01T03:59:59.999Z"), "UTC", 4)).toBe(-1);
    expect(studyDay(new Date("2026-01-01T03:00Z"), "UTC", 4)).toBe(dayIndex("2025-12-31"));
    expect(studyDay(new Date("2026-01-01T03:00Z"), "UTC", 0)).toBe(dayIndex("2026-01-01"));
    expect(studyDay(new Date("2025-12-31T19:00Z"), "Asia/Tokyo", 4)).toBe(dayIndex("2026-01-01"));
  });

  it.each(clockChanges)("turns by exactly one, at most once a day: %s", (_, zone, date) => {
    const from = Date.parse(date) - 60 * hourMs;
    for (let hour = 0; hour < 24; hour += 1) {
      const turns: { by: number; at: number }[] = [];
      let previous = studyDay(from, zone, hour);
      for (let at = from; at <= from + 120 * hourMs; at += 5 * 60_000) {
        const day = studyDay(at, zone, hour);
        if (day !== previous) turns.push({ by: day - previous, at });
        previous = day;
      }
      expect(new Set(turns.map(({ by }) => by)), `turning at ${hour}:00`).toEqual(new Set([1]));
      const hours = turns.slice(1).map(({ at }, index) => (at - (turns[index]?.at ?? 0)) / hourMs);
      expect(Math.min(...hours)).toBeGreaterThanOrEqual(23);
      expect(Math.max(...hours)).toBeLessThanOrEqual(25);
    }
  });

  it("agrees with the local wall clock wherever it does not change", () => {
    const zones = ["America/New_York", "Asia/Kathmandu", "Pacific/Kiritimati", "Europe/London"];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        // Julys: none of the zones changes its clock then.
        fc.integer({ min: 1996, max: 2036 }),
        fc.integer({ min: 2 * 24 * 60, max: 28 * 24 * 60 }),
        (zone, hour, year, minutes) => {
          const instant = Date.UTC(year, 6, 1) + minutes * 60_000;
          const shifted = instant - hour * hourMs;
          const local = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(shifted);
          expect(studyDay(instant, zone, hour)).toBe(dayIndex(local));
        },
      ),
    );
  });

  it("gives the date that Apia skipped the hours before the turn of the day only", () => {
    const skip = Date.parse("2011-12-30T10:00:00Z");
    const skipped = dayIndex("2011-12-30");
    expect(studyDay(skip - 1, "Pacific/Apia", 4)).toBe(skipped - 1);
    expect(studyDay(skip, "Pacific/Apia", 4)).toBe(skipped);
    expect(studyDay(skip + 4 * hourMs - 1, "Pacific/Apia", 4)).toBe(skipped);
    expect(studyDay(skip + 4 * hourMs, "Pacific/Apia", 4)).toBe(skipped + 1);
    // Turning at midnight, the skipped day has no instant at all.
    expect(studyDay(skip - 1, "Pacific/Apia", 0)).toBe(skipped - 1);
    expect(studyDay(skip, "Pacific/Apia", 0)).toBe(skipped + 1);
  });

  it("does not turn back when the clock is set back across the hour", () => {
    // Chatham, 2026-04-05: 3:45 becomes 2:45. With a turn at 3:00 the day has begun before.
    const change = Date.parse("2026-04-04T14:00:00Z");
    expect(studyDay(change - 46 * 60_000, "Pacific/Chatham", 3)).toBe(dayIndex("2026-04-04"));
    expect(studyDay(change - 45 * 60_000, "Pacific/Chatham", 3)).toBe(dayIndex("2026-04-05"));
    expect(studyDay(change + 10 * 60_000, "Pacific/Chatham", 3)).toBe(dayIndex("2026-04-05"));
  });

  it("refuses unknown zones and invalid instants", () => {
    expect(() => studyDay(0, "Mars/Olympus", 4)).toThrow(RangeError);
    expect(() => studyDay(Number.NaN, "UTC", 4)).toThrow(RangeError);
    expect(() => startOfStudyDay(0, "Mars/Olympus", 4)).toThrow(RangeError);
  });

  it("answers 100,000 times in under a second", () => {
    const started = performance.now();
    for (let index = 0; index < 100_000; index += 1) {
      studyDay(1.5e12 + index * 3_155_760, "Europe/Berlin", 4);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("startOfStudyDay", () => {
  it("is the first instant of its day", () => {
    const zones = [...new Set(clockChanges.map(([, zone]) => zone))];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 9_000, max: 25_000 }),
        (zone, hour, day) => {
          const start = startOfStudyDay(day, zone, hour).getTime();
          expect(studyDay(start, zone, hour)).toBe(day);
          expect(studyDay(start - 1, zone, hour)).toBe(day - 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is the jump itself when the clock jumps over the hour", () => {
    const start = startOfStudyDay(dayIndex("2018-11-04"), "America/Sao_Paulo", 0);
    expect(start.toISOString()).toBe("2018-11-04T03:00:00.000Z");
    const chatham = startOfStudyDay(dayIndex("2026-09-27"), "Pacific/Chatham", 3);
    expect(chatham.toISOString()).toBe("2026-09-26T14:00:00.000Z");
  });
});

describe("isTimeZone", () => {
  it.each(["UTC", "Europe/Paris", "America/Argentina/Ushuaia"])("knows %s", (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });
  it.each(["", "Mars/Olympus", "+02:00", "Europe/Paris ", "__proto__"])("refuses %j", (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});
