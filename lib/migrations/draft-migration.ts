import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { readMigrations } from "#lib/migrations/read-migrations.ts";
import { openSchemaEngine } from "#lib/migrations/schema-engine.ts";

export interface DraftOptions {
  /** A server on which a scratch database may be made; nothing that is there is touched. */
  connectionString: string;
  /** `prisma/migrations` as an absolute path. */
  directory: string;
  /** The content of schema.prisma. */
  schema: string;
}

/**
 * The SQL that leads from the migrations on disk to the schema.
 * What migrations made by hand beyond the schema (indexes on expressions, triggers) may show up as dropped: read it.
 * @returns an empty string when there is nothing to do
 */
export async function draftMigration(options: DraftOptions): Promise<string> {
  const migrations = await readMigrations(options.directory);
  const pool = openPool(options.connectionString);
  const name = `whetstone_draft_${process.pid}`;
  const url = new URL(options.connectionString);
  url.pathname = `/${name}`;
  try {
    await pool.query(`CREATE DATABASE ${name}`);
    const scratch = openPool(url.href);
    try {
      return await diff(migrations, options.schema, pool, scratch);
    } finally {
      await scratch.end();
      await pool.query(`DROP DATABASE ${name}`);
    }
  } finally {
    await pool.end();
  }
}

function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max: 2,
    connectionTimeoutMillis: 5000,
  });
  pool.on("error", () => undefined);
  return pool;
}

async function diff(
  migrations: MigrationList,
  schema: string,
  pool: pg.Pool,
  scratch: pg.Pool,
): Promise<string> {
  const opened = await openSchemaEngine(pool, scratch);
  try {
    const result = await opened.engine.diff({
      from: { tag: "migrations", ...migrations },
      to: {
        tag: "schemaDatamodel",
        files: [{ path: "schema.prisma", content: schema }],
      },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return result.exitCode === 0 ? "" : (result.stdout ?? "");
  } catch (error) {
    throw opened.scriptError() ?? error;
  }
}
