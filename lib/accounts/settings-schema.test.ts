import { describe, expect, it } from "vitest";
import { settingsSchema } from "#lib/accounts/settings-schema.ts";

const fieldOf = (value: unknown) =>
  settingsSchema.safeParse(value).error?.issues.map(({ path }) => path.join("."));

describe("settings", () => {
  it.each([
    ["timeZone", { timeZone: "Mars/Phobos" }],
    ["timeZone", { timeZone: "" }],
    ["timeZone", { timeZone: "+02:00" }],
    ["dayStartsAtHour", { dayStartsAtHour: 24 }],
    ["dayStartsAtHour", { dayStartsAtHour: -1 }],
    ["dayStartsAtHour", { dayStartsAtHour: 3.5 }],
    ["desiredRetention", { desiredRetention: 0.69 }],
    ["desiredRetention", { desiredRetention: 0.98 }],
    ["desiredRetention", { desiredRetention: "0.9" }],
    ["newPerDay", { newPerDay: -1 }],
    ["newPerDay", { newPerDay: Number.NaN }],
    ["reviewsPerDay", { reviewsPerDay: 10_000 }],
    ["rungs", { rungs: [] }],
    ["rungs.0", { rungs: ["endless"] }],
    ["theme", { theme: "sepia" }],
    ["name", { name: "a\u0000b" }],
    ["name", { name: "x".repeat(81) }],
  ])("name the field %s in %o", (field, value) => {
    expect(fieldOf(value)).toContain(field);
  });

  it("refuse what they do not know", () => {
    expect(settingsSchema.safeParse({ weights: [] }).success).toBe(false);
  });

  it("take any part, and an empty name for none", () => {
    expect(settingsSchema.parse({ name: "  " })).toEqual({ name: null });
    expect(settingsSchema.parse({ desiredRetention: 0.97, timeZone: "Asia/Kolkata" })).toEqual({
      desiredRetention: 0.97,
      timeZone: "Asia/Kolkata",
    });
    expect(settingsSchema.parse({})).toEqual({});
  });
});
