import { acquireEmbeddedDatabase } from "#scripts/setup/embedded-postgres.ts";
import { requireReachable } from "#scripts/setup/external-postgres.ts";
import { dataDirectory } from "#scripts/setup/paths.ts";
import { step } from "#scripts/setup/progress.ts";

export interface Database {
  url: string;
  embedded: boolean;
  /** Leaves the embedded database, which stops with its last user. */
  release(): Promise<void>;
}

/** The database of this run: DATABASE_URL when it is set, else the embedded one, started when needed. */
export async function openDatabase(task: string): Promise<Database> {
  const given = process.env["DATABASE_URL"];
  if (given) {
    step("Using the database of DATABASE_URL");
    await requireReachable(given);
    return { url: given, embedded: false, release: () => Promise.resolve() };
  }
  const { url, release } = await acquireEmbeddedDatabase({ home: dataDirectory, task });
  return { url, embedded: true, release };
}

/** Runs `work` with the database of this run, and leaves it afterwards. */
export async function withDatabase<T>(
  task: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(task);
  try {
    return await work(database);
  } finally {
    await database.release();
  }
}
