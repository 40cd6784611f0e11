import { expect, test } from "vitest";
import { calibrate, type Prediction } from "#lib/progress/calibrate.ts";

const repeat = (count: number, predicted: number, recalled: boolean): Prediction[] =>
  Array.from({ length: count }, () => ({ predicted, recalled }));

test("log loss and Brier score of two reviews, by hand", () => {
  const { logLoss, brier, averageLogLoss, bins } = calibrate([
    { predicted: 0.9, recalled: true },
    { predicted: 0.8, recalled: false },
  ]);
  expect(logLoss).toBeCloseTo(-(Math.log(0.9) + Math.log(0.2)) / 2, 12);
  expect(brier).toBeCloseTo((0.1 ** 2 + 0.8 ** 2) / 2, 12);
  expect(averageLogLoss).toBeCloseTo(Math.log(2), 12);
  expect(bins).toEqual([]);
});

test("what is certain and wrong costs much, but not everything", () => {
  expect(calibrate([{ predicted: 1, recalled: false }]).logLoss).toBeCloseTo(-Math.log(1e-4), 6);
});

test("bins hold equal counts and are in order", () => {
  const { bins, count } = calibrate([
    ...repeat(45, 0.95, true),
    ...repeat(5, 0.95, false),
    ...repeat(35, 0.75, true),
    ...repeat(15, 0.75, false),
  ]);
  expect(count).toBe(100);
  expect(bins.map((bin) => bin.count)).toEqual([50, 50]);
  expect(bins.map(({ share }) => share)).toEqual([0.7, 0.9]);
  expect(bins[0]?.predicted).toBeCloseTo(0.75, 12);
});

test("nothing to tell without reviews", () => {
  expect(calibrate([])).toEqual({ count: 0, logLoss: 0, averageLogLoss: 0, brier: 0, bins: [] });
});
