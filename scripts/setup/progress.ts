/** A step of the set-up that cannot be done, told in one line together with what mends it. */
export class SetupError extends Error {
  readonly mend: string;

  constructor(problem: string, mend: string, options?: ErrorOptions) {
    super(problem, options);
    this.name = "SetupError";
    this.mend = mend;
  }
}

/** Tasks whose standard output is read by programs set this, so that progress goes to standard error. */
const stream = process.env["WHETSTONE_PROGRESS"] === "stderr" ? process.stderr : process.stdout;

/** One line per step of the set-up. */
export function step(message: string): void {
  stream.write(`• ${message}\n`);
}

/** Something that the reader should know, though the work goes on. */
export function warn(message: string): void {
  process.stderr.write(`! ${message}\n`);
}

/** Says what went wrong, with the mend when one is known, else with the stack. */
export function fail(error: unknown): void {
  if (error instanceof SetupError) process.stderr.write(`✗ ${error.message}. ${error.mend}\n`);
  else
    process.stderr.write(
      `✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
}

/** Runs a script to its end: problems become one message and exit code 1. */
export async function main(work: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    fail(error);
    process.exitCode = 1;
  }
}

/** The short reason inside an error of Node or pg, which never holds a password. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join(", ");
  if (!(error instanceof Error)) return String(error);
  return error.message || error.name;
}
