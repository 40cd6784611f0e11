import pg from "pg";
import { afterAll, beforeAll } from "vitest";
import { closeDatabase } from "#lib/db.ts";

/*
 * Databases for tests. The test run starts a PostgreSQL, migrates one template database and says where:
 *   TEST_DATABASE_ADMIN_URL  a connection that may create databases
 *   TEST_TEMPLATE            the name of the migrated template
 */

const objectInUse = "55006";

function setting(name: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Error(
    `${name} is not set. Database tests are run by npm test, which starts a database for them.`,
  );
}

async function asAdministrator<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: setting("TEST_DATABASE_ADMIN_URL") });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Copying waits for nobody: the template must be free of connections, so it is tried again for a while. */
async function createFromTemplate(name: string, attempts = 20): Promise<void> {
  const template = pg.escapeIdentifier(setting("TEST_TEMPLATE"));
  try {
    await asAdministrator((client) =>
      client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)} TEMPLATE ${template}`),
    );
  } catch (error) {
    if (!(error instanceof pg.DatabaseError && error.code === objectInUse) || attempts <= 1)
      throw error;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await createFromTemplate(name, attempts - 1);
  }
}

/**
 * Gives the tests of a file an empty, migrated database of their own. Call it once at the top of a
 * `*.db.test.ts`, before any other hook; `lib/db.ts` then opens that database, and it is gone afterwards.
 */
export function testDatabase(): void {
  const worker = process.env["VITEST_POOL_ID"] ?? "0";
  const name = `whetstone_test_${worker}_${process.pid}_${Date.now().toString(36)}`;

  beforeAll(async () => {
    await createFromTemplate(name);
    const url = new URL(setting("TEST_DATABASE_ADMIN_URL"));
    url.pathname = `/${name}`;
    process.env["DATABASE_URL"] = url.href;
    process.env["AUTH_SECRET"] ??= "a-secret-for-tests-that-guards-nothing";
  });

  afterAll(async () => {
    await closeDatabase();
    // Without FORCE: PostgreSQL waits five seconds for connections that are just being closed, and a
    // test that leaves one open is told so.
    await asAdministrator((client) =>
      client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)}`),
    );
  });
}
