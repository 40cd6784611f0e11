import { expect, test } from "vitest";
import { wilsonShare } from "#lib/progress/wilson.ts";

// Lower and upper bounds as R's binom::binom.wilson gives them.
test.each([
  [8, 10, 0.490_162, 0.943_318],
  [0, 10, 0, 0.277_533],
  [10, 10, 0.722_467, 1],
  [81, 263, 0.255_271, 0.366_178],
])("%i of %i", (passed, count, low, high) => {
  const found = wilsonShare(passed, count);
  expect(found.share).toBeCloseTo(passed / count, 12);
  expect(found.low).toBeCloseTo(low, 4);
  expect(found.high).toBeCloseTo(high, 4);
});

test("without trials nothing is known", () => {
  expect(wilsonShare(0, 0)).toEqual({ count: 0, share: 0, low: 0, high: 1 });
});
