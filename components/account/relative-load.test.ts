import { describe, expect, it } from "vitest";
import { loadInWords, relativeLoad } from "#components/account/relative-load.ts";

describe("relativeLoad", () => {
  it("is 1 at 90 % and rises with what is to be recalled", () => {
    expect(relativeLoad(0.9)).toBeCloseTo(1);
    expect(relativeLoad(0.97)).toBeGreaterThan(relativeLoad(0.95));
    expect(relativeLoad(0.8)).toBeLessThan(1);
  });

  it("says it in words", () => {
    expect(loadInWords(0.95)).toBe(
      "Cards come back about 2.5 times as often as at 90 %: more reviews, more recalled.",
    );
    expect(loadInWords(0.8)).toBe(
      "Cards come back about 3.3 times less often than at 90 %: fewer reviews, more forgotten.",
    );
  });
});
