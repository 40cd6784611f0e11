import { describe, expect, it } from "vitest";
import { emptyCardState } from "#lib/scheduler/card-state.ts";
import { dueInstant } from "#lib/scheduler/due.ts";
import { afterGrades, firstDay, instantOn, utcSettings } from "#lib/scheduler/test-support.ts";

describe("due", () => {
  it("is the start of the due day for reviews and the minute for learning cards", () => {
    expect(dueInstant(emptyCardState, utcSettings)).toBeNull();
    expect(dueInstant(afterGrades([[1, 0]]), utcSettings)).toBe(instantOn(firstDay) + 60_000);
    expect(dueInstant(afterGrades([[4, 0]]), utcSettings)).toBe(instantOn(firstDay + 8, 0));
    const inTokyo = { ...utcSettings, timeZone: "Asia/Tokyo" };
    expect(dueInstant(afterGrades([[4, 0]]), inTokyo)).toBe(instantOn(firstDay + 8, -9));
  });
});
