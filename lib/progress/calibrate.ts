import {
  type Calibration,
  type CalibrationBin,
  minimumCalibrationCount,
} from "#lib/progress/schema.ts";
import { wilsonShare } from "#lib/progress/wilson.ts";

/** What was predicted before a review, 0 to 1, and whether it was then recalled. */
export interface Prediction {
  predicted: number;
  recalled: boolean;
}

/** So that one certain and wrong prediction does not make the whole loss infinite. */
const leastProbability = 1e-4;
const perBin = 40;
const maximumBins = 10;

function clamp(probability: number): number {
  return Math.min(1 - leastProbability, Math.max(leastProbability, probability));
}

function lossOf(probability: number, recalled: boolean): number {
  const p = clamp(probability);
  return -Math.log(recalled ? p : 1 - p);
}

/** Bins that differ in size by one at most, from the least to the most confident prediction. */
function equalCountBins(predictions: readonly Prediction[]): CalibrationBin[] {
  const sorted = predictions.toSorted((a, b) => a.predicted - b.predicted);
  const bins = Math.min(maximumBins, Math.max(1, Math.floor(sorted.length / perBin)));
  return Array.from({ length: bins }, (_, index) => {
    const from = Math.round((index * sorted.length) / bins);
    const members = sorted.slice(from, Math.round(((index + 1) * sorted.length) / bins));
    const predicted = members.reduce((sum, member) => sum + member.predicted, 0) / members.length;
    return {
      predicted,
      ...wilsonShare(members.filter(({ recalled }) => recalled).length, members.length),
    };
  });
}

/**
 * How well predictions met what happened. Log loss and Brier score as in G. W. Brier, "Verification
 * of forecasts expressed in terms of probability" (1950) and I. J. Good, "Rational decisions" (1952),
 * both as means over reviews.
 */
export function calibrate(predictions: readonly Prediction[]): Calibration {
  const count = predictions.length;
  if (count === 0) return { count, logLoss: 0, averageLogLoss: 0, brier: 0, bins: [] };
  const average = predictions.filter(({ recalled }) => recalled).length / count;
  let logLoss = 0;
  let averageLogLoss = 0;
  let brier = 0;
  for (const { predicted, recalled } of predictions) {
    logLoss += lossOf(predicted, recalled) / count;
    averageLogLoss += lossOf(average, recalled) / count;
    brier += (predicted - (recalled ? 1 : 0)) ** 2 / count;
  }
  return {
    count,
    logLoss,
    averageLogLoss,
    brier,
    bins: count < minimumCalibrationCount ? [] : equalCountBins(predictions),
  };
}
