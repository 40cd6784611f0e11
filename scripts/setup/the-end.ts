import { watchLineage } from "#scripts/setup/lineage.ts";
import { step } from "#scripts/setup/progress.ts";

/** The process was asked to end; the message says by what. */
class Stopped extends Error {}

/** Rejects with Stopped when this process gets a signal, or when the npm that started it is gone. */
export function listenForTheEnd(): Promise<never> {
  const stopping = new Promise<never>((_, reject) => {
    const stop = (reason: string) => reject(new Stopped(reason));
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
    watchLineage(() => stop("npm is gone"));
  });
  // Somebody always races against it; between two races nobody does.
  stopping.catch(() => undefined);
  return stopping;
}

/** Runs `work` to its end; when it was stopped, leaves with `code`, and what it started ends with this process. */
export async function orStopped(work: Promise<number>, code: number): Promise<number> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    step(`Stopped (${error.message})`);
    process.exit(code);
  }
}
