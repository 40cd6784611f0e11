import { default_w, FSRSAlgorithm } from "ts-fsrs";
import type { Grade } from "#lib/scheduler/events.ts";
import {
  retentionRange,
  type SchedulingParameters,
  weightProblems,
} from "#lib/scheduler/parameters.ts";

/*
 * The only place that drives ts-fsrs, and only its memory model. Its card-level `next` and `repeat`
 * turn the day at UTC midnight, exceed the maximum interval and seed the fuzz with the clock; the
 * model's constructor replaces unusable parameters by the defaults, so they are refused before.
 */

/** FSRS memory of a card: stability in days, difficulty from 1 to 10. */
export interface Memory {
  stability: number;
  difficulty: number;
}

const modelsByWeights = new WeakMap<readonly number[], Map<string, FSRSAlgorithm>>();
const maximumModelsPerWeights = 200;

function modelsOf(weights: readonly number[]): Map<string, FSRSAlgorithm> {
  const known = modelsByWeights.get(weights);
  if (known && known.size < maximumModelsPerWeights) return known;
  const [problem] = weightProblems(weights);
  if (problem !== undefined) throw new RangeError(`FSRS weights ${problem}`);
  const models = new Map<string, FSRSAlgorithm>();
  modelsByWeights.set(weights, models);
  return models;
}

function modelFor(parameters: SchedulingParameters, desiredRetention: number): FSRSAlgorithm {
  const { weights = default_w, maximumIntervalDays, fuzz } = parameters;
  const models = modelsOf(weights);
  const key = [desiredRetention, maximumIntervalDays, fuzz].join(" ");
  const known = models.get(key);
  if (known) return known;
  if (!(desiredRetention >= retentionRange.min && desiredRetention <= retentionRange.max)) {
    throw new RangeError(`Desired retention out of range: ${desiredRetention}`);
  }
  if (!(Number.isInteger(maximumIntervalDays) && maximumIntervalDays >= 1)) {
    throw new RangeError(`Maximum interval out of range: ${maximumIntervalDays}`);
  }
  const model = new FSRSAlgorithm({
    w: weights,
    request_retention: desiredRetention,
    maximum_interval: maximumIntervalDays,
    enable_fuzz: fuzz,
  });
  models.set(key, model);
  return model;
}

/** One moment at which a card may be graded, with everything that the four outcomes share. */
export interface MemoryModel {
  /** Memory after a grade (FSRS-6; on the day of the previous review, its short-term formula). */
  after: (grade: Grade) => Memory;
  /** Whole days until recall falls to the desired retention, at least 1, fuzzed if so set. */
  intervalDays: (memory: Memory) => number;
}

/**
 * The memory model of a card that is graded `elapsedDays` study days after its last review.
 * @param memory null for a card that was never answered.
 * @param seed decides the fuzz: the same seed gives the same interval.
 * @throws RangeError for parameters or a desired retention that FSRS would silently replace.
 */
export function memoryModel(
  memory: Memory | null,
  elapsedDays: number,
  desiredRetention: number,
  seed: string,
  parameters: SchedulingParameters,
): MemoryModel {
  const model = modelFor(parameters, desiredRetention);
  return {
    after: (grade) => model.next_state(memory, elapsedDays, grade),
    intervalDays: ({ stability }) => {
      model.seed = seed;
      return model.next_interval(stability, elapsedDays);
    },
  };
}
