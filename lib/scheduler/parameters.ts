import { CLAMP_PARAMETERS, W17_W18_Ceiling } from "ts-fsrs";
import { isTimeZone } from "#lib/scheduler/study-day.ts";

/** What a person can choose about their schedule. */
export interface SchedulerSettings {
  /** IANA name. */
  timeZone: string;
  /** Local wall-clock hour at which a study day begins, 0 to 23. */
  dayStartsAtHour: number;
  /** Probability of recall at which a card falls due, 0.70 to 0.97. */
  desiredRetention: number;
  newPerDay: number;
  reviewsPerDay: number;
  /** 21 FSRS-6 parameters; the published defaults when absent. */
  weights?: readonly number[] | undefined;
  maximumIntervalDays: number;
  /** How long before its time a learning card may be shown when nothing else is left. */
  learnAheadMinutes: number;
}

/** As much of the settings as deciding the outcome of a review takes. */
export interface SchedulingParameters
  extends Pick<SchedulerSettings, "weights" | "maximumIntervalDays"> {
  /** Spread due days a little, so that cards learnt together do not stay together. */
  fuzz: boolean;
}

/** Everything but the time zone, which has to be asked for. */
export const defaultSettings = {
  dayStartsAtHour: 4,
  desiredRetention: 0.9,
  newPerDay: 20,
  reviewsPerDay: 200,
  maximumIntervalDays: 36_500,
  learnAheadMinutes: 20,
} as const satisfies Omit<SchedulerSettings, "timeZone" | "weights">;

export const retentionRange = { min: 0.7, max: 0.97 } as const;
export const weightCount = 21;

const integerRanges = [
  { field: "dayStartsAtHour", min: 0, max: 23 },
  { field: "newPerDay", min: 0, max: 9_999 },
  { field: "reviewsPerDay", min: 0, max: 9_999 },
  { field: "maximumIntervalDays", min: 1, max: 36_500 },
  { field: "learnAheadMinutes", min: 0, max: 1_440 },
] as const;

export interface SettingsProblem {
  field: keyof SchedulerSettings;
  /** A sentence without its subject, such as "must be between 0.7 and 0.97". */
  message: string;
}

/** Trained parameters are 32-bit floats, so the bounds themselves may come back slightly off. */
const boundTolerance = 1e-6;

/**
 * Tells what is wrong with FSRS-6 parameters: ts-fsrs itself would replace a list of the wrong
 * length by the defaults and clip values out of range, both silently.
 * @returns sentences without their subject; empty when the parameters can be used as they are.
 */
export function weightProblems(weights: readonly number[]): string[] {
  if (weights.length !== weightCount) {
    return [`must hold ${weightCount} numbers, not ${weights.length}`];
  }
  return CLAMP_PARAMETERS(W17_W18_Ceiling).flatMap(([min = -Infinity, max = Infinity], index) => {
    const weight = weights[index] ?? Number.NaN;
    const usable = weight >= min - boundTolerance && weight <= max + boundTolerance;
    return usable ? [] : [`must hold a number between ${min} and ${max} at index ${index}`];
  });
}

/** Tells everything that is wrong with the settings; empty when they can be used as they are. */
export function settingsProblems(settings: SchedulerSettings): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  if (!isTimeZone(settings.timeZone)) {
    problems.push({ field: "timeZone", message: "must be the name of an IANA time zone" });
  }
  const retention = settings.desiredRetention;
  if (!(retention >= retentionRange.min && retention <= retentionRange.max)) {
    const message = `must be between ${retentionRange.min} and ${retentionRange.max}`;
    problems.push({ field: "desiredRetention", message });
  }
  for (const { field, min, max } of integerRanges) {
    const value = settings[field];
    if (!(Number.isInteger(value) && value >= min && value <= max)) {
      problems.push({ field, message: `must be a whole number between ${min} and ${max}` });
    }
  }
  for (const message of settings.weights ? weightProblems(settings.weights) : []) {
    problems.push({ field: "weights", message });
  }
  return problems;
}
