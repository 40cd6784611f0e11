import { describe, expect, it } from "vitest";
import { formatIntervalLong, formatIntervalShort } from "#lib/scheduler/format-interval.ts";

const minutes = (count: number) => ({ unit: "ms" as const, ms: count * 60_000 });
const days = (count: number) => ({ unit: "days" as const, days: count });

describe("formatInterval", () => {
  it.each([
    [minutes(0.4), "<1 min", "less than a minute"],
    [minutes(1), "1 min", "1 minute"],
    [minutes(10), "10 min", "10 minutes"],
    [minutes(60), "1 h", "1 hour"],
    [minutes(90), "1.5 h", "1.5 hours"],
    [minutes(1_440), "1 d", "1 day"],
    [days(1), "1 d", "1 day"],
    [days(3), "3 d", "3 days"],
    [days(29), "29 d", "29 days"],
    [days(30), "1 mo", "1 month"],
    [days(73), "2.4 mo", "2.4 months"],
    [days(363), "11.9 mo", "11.9 months"],
    [days(365), "1 y", "1 year"],
    [days(438), "1.2 y", "1.2 years"],
    [days(36_500), "99.9 y", "99.9 years"],
  ])("%j: %s, %s", (wait, short, long) => {
    expect(formatIntervalShort(wait)).toBe(short);
    expect(formatIntervalLong(wait)).toBe(long);
  });
});
