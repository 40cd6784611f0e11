import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { readMigrations } from "#lib/migrations/read-migrations.ts";
import { type OpenedEngine, openSchemaEngine } from "#lib/migrations/schema-engine.ts";

/** A number of our own: whoever holds it is migrating this database. */
const MIGRATION_LOCK = 7_140_233;
const OLDEST_POSTGRES = 14;

/** What stands between this code and this database; `mend` is a whole sentence or two. */
export class MigrationError extends Error {
  readonly mend: string;

  constructor(problem: string, mend: string, options?: ErrorOptions) {
    super(problem, options);
    this.name = "MigrationError";
    this.mend = mend;
  }
}

export interface ApplyOptions {
  connectionString: string;
  /** `prisma/migrations` as an absolute path. */
  directory: string;
  /** How long to wait for somebody else who migrates the same database. */
  waitMs?: number;
}

/**
 * Brings a database to the schema of this code. Each migration is one transaction together with its row in
 * `_prisma_migrations`, so one that fails or is killed leaves no trace. No statement waits longer than 3 s for a lock.
 * @returns the names of the migrations that were applied now
 * @throws MigrationError for a PostgreSQL that is too old, a newer schema, or a migration that fails
 */
export async function applyMigrations(options: ApplyOptions): Promise<string[]> {
  const migrations = await readMigrations(options.directory);
  // One connection, so that BEGIN, the engine's statements and COMMIT meet in one session.
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    ...{
      max: 1,
      connectionTimeoutMillis: 5000,
      idleTimeoutMillis: 0,
      application_name: "whetstone-migrate",
    },
  });
  pool.on("error", () => undefined);
  try {
    await requireSupportedServer(pool);
    await waitForOthers(pool, options.waitMs ?? 120_000);
    await pool.query("SET lock_timeout = '3s'");
    const applied = await listApplied(pool, migrations);
    const opened = await openSchemaEngine(pool);
    return await applyMissing(pool, opened, migrations, applied);
  } finally {
    await pool.end();
  }
}

async function requireSupportedServer(pool: pg.Pool): Promise<void> {
  const found = await pool.query<{ number: number; name: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name",
  );
  const version = found.rows[0];
  if (version && version.number >= OLDEST_POSTGRES * 10_000) return;
  throw new MigrationError(
    `The database runs on PostgreSQL ${version?.name ?? "of an unknown version"}`,
    `Whetstone needs PostgreSQL >= ${OLDEST_POSTGRES}.`,
  );
}

async function waitForOthers(pool: pg.Pool, waitMs: number): Promise<void> {
  await pool.query(`SET lock_timeout = ${waitMs}`);
  try {
    await pool.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === "55P03")) throw error;
    throw new MigrationError(
      "Somebody else has been migrating this database for too long",
      "Look for application_name 'whetstone-migrate' in pg_stat_activity, then try again.",
      { cause: error },
    );
  }
}

interface MigrationRow {
  name: string;
  state: "applied" | "unfinished";
}

async function listApplied(pool: pg.Pool, migrations: MigrationList): Promise<Set<string>> {
  const table = await pool.query<{ found: boolean }>(
    "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS found",
  );
  if (!table.rows[0]?.found) return new Set();
  const { rows } = await pool.query<MigrationRow>(
    `SELECT migration_name AS name, CASE WHEN finished_at IS NULL THEN 'unfinished' ELSE 'applied' END AS state
     FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at`,
  );
  refuseNewerSchema(rows, migrations);
  const unfinished = rows.find((row) => row.state === "unfinished");
  if (unfinished) {
    throw new MigrationError(
      `The migration ${unfinished.name} was begun by another tool and did not finish`,
      "Look at the database, then settle it: npx prisma migrate resolve --applied or --rolled-back with its name.",
    );
  }
  return new Set(rows.map((row) => row.name));
}

function refuseNewerSchema(rows: MigrationRow[], migrations: MigrationList): void {
  const known = new Set(migrations.migrationDirectories.map((migration) => migration.path));
  const unknown = rows.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (unknown.length === 0) return;
  throw new MigrationError(
    `This is a database of a newer schema: it holds ${unknown.join(", ")}, which this version does not know`,
    "Update the code (git pull), or use another database.",
  );
}

async function applyMissing(
  pool: pg.Pool,
  opened: OpenedEngine,
  migrations: MigrationList,
  applied: Set<string>,
): Promise<string[]> {
  const now: string[] = [];
  for (const [index, migration] of migrations.migrationDirectories.entries()) {
    if (applied.has(migration.path)) continue;
    const upToHere = {
      ...migrations,
      migrationDirectories: migrations.migrationDirectories.slice(0, index + 1),
    };
    await applyOne(pool, opened, upToHere);
    now.push(migration.path);
  }
  return now;
}

async function applyOne(
  pool: pg.Pool,
  opened: OpenedEngine,
  upToHere: MigrationList,
): Promise<void> {
  const newest = upToHere.migrationDirectories.at(-1);
  const script =
    newest?.migrationFile.content.tag === "ok" ? newest.migrationFile.content.value : "";
  // An index that is built without blocking writers cannot be part of a transaction.
  const atOnce = !/\bCONCURRENTLY\b/i.test(script);
  if (atOnce) await pool.query("BEGIN");
  try {
    await opened.engine.applyMigrations({
      migrationsList: upToHere,
      filters: { externalTables: [], externalEnums: [] },
    });
    if (atOnce) await pool.query("COMMIT");
  } catch (error) {
    if (atOnce) await pool.query("ROLLBACK");
    throw new MigrationError(
      `The migration ${newest?.path ?? ""} failed: ${messageOf(opened.scriptError() ?? error)}`,
      atOnce
        ? "Nothing of it was kept; mend the cause and try again."
        : "Look at what it left, then try again.",
      { cause: error },
    );
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const detail = error instanceof pg.DatabaseError && error.detail ? ` (${error.detail})` : "";
  return `${error.message}${detail}`;
}
