/** What a stage of the tests came to. */
export interface Outcome {
  passed: number;
  failed: number;
}

export const nothing: Outcome = { passed: 0, failed: 0 };

export function sum(outcomes: Outcome[]): Outcome {
  const add = (a: Outcome, b: Outcome) => ({
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
  });
  return outcomes.reduce(add, nothing);
}

/** Something that counts as one test. */
export function single(passed: boolean): Outcome {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** A tool that fails without a failing test (a file that cannot be read, an unhandled error) counts as one failure. */
export function agreeWithExitCode(outcome: Outcome, code: number): Outcome {
  return code !== 0 && outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

/** Milliseconds as seconds, for people. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
