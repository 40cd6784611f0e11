import { join } from "node:path";
import pg from "pg";
import { acquireEmbeddedDatabase } from "#scripts/setup/embedded-postgres.ts";
import { listInstances } from "#scripts/setup/instances.ts";
import { migrate } from "#scripts/setup/migrate.ts";
import { dataDirectory } from "#scripts/setup/paths.ts";

const home = join(dataDirectory, "test");
const ownSuffix = `_${process.pid}`;
const template = `whetstone_template${ownSuffix}`;

/** Nothing in it outlives a test run, so it need not survive a power failure. */
const settings = {
  ...{ fsync: "off", full_page_writes: "off", synchronous_commit: "off" },
  ...{ max_connections: "120", shared_buffers: "128MB" },
};

export interface TestDatabase {
  /** A role that may create databases, connected to the database `postgres`. */
  adminUrl: string;
  /** Migrated and empty: CREATE DATABASE … TEMPLATE copies it in a moment. */
  template: string;
  /** Makes a migrated, empty database. @returns its address */
  create(name: string): Promise<string>;
  /** Drops what this run made and leaves the server. */
  release(): Promise<void>;
}

/** A PostgreSQL for tests, apart from the one with people's data, whatever DATABASE_URL says. */
export async function acquireTestDatabase(task: string): Promise<TestDatabase> {
  const { url, release } = await acquireEmbeddedDatabase({ home, task, settings });
  const adminUrl = withDatabase(url, "postgres");
  try {
    if (listInstances(join(home, "instances")).length === 1)
      await dropLeftovers(adminUrl, "whetstone\\_%");
    await execute(adminUrl, `CREATE DATABASE ${template}`);
    await migrate(withDatabase(url, template));
  } catch (error) {
    await release();
    throw error;
  }
  return {
    adminUrl,
    template,
    create: async (name) => {
      const database = `whetstone_${name}${ownSuffix}`;
      await execute(adminUrl, `CREATE DATABASE ${database} TEMPLATE ${template}`);
      return withDatabase(url, database);
    },
    release: async () => {
      await dropLeftovers(adminUrl, `whetstone\\_%\\${ownSuffix}`).catch(() => undefined);
      await release();
    },
  };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function execute(url: string, sql: string, values?: unknown[]): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  await client.connect();
  try {
    return await client.query(sql, values);
  } finally {
    await client.end();
  }
}

async function dropLeftovers(adminUrl: string, pattern: string): Promise<void> {
  const found = await execute(adminUrl, "SELECT datname FROM pg_database WHERE datname LIKE $1", [
    pattern,
  ]);
  const names = (found.rows as { datname: string }[]).map((row) => row.datname);
  for (const name of names)
    await execute(adminUrl, `DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
}
