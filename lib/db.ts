import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { env } from "#lib/env.ts";
import { isDatabaseAway } from "#lib/errors.ts";
import { PrismaClient } from "#lib/generated/prisma/client.ts";
import { log } from "#lib/log.ts";

/** Anything that runs one SQL statement: the pool, or a client inside a transaction. */
export interface Queryable {
  query<Row extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<pg.QueryResult<Row>>;
}

interface Database {
  pool: pg.Pool;
  prisma: PrismaClient;
}

// One pool per process, also across the module reloads of the development server.
const store = globalThis as typeof globalThis & { whetstoneDatabase?: Database };

function open(): Database {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL_SIZE,
    connectionTimeoutMillis: 3000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 5000,
    application_name: "whetstone",
    // Every query asks for little by an indexed key, so one plan fits all parameters; planning anew
    // each time took four times as long as the query of the review path itself.
    options: "-c plan_cache_mode=force_generic_plan",
  });
  // Without a listener a connection that breaks while idle would end the process.
  pool.on("error", (error) => {
    log().warn({ reason: error.message }, "an idle database connection broke");
  });
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool) }) };
}

function database(): Database {
  store.whetstoneDatabase ??= open();
  return store.whetstoneDatabase;
}

/** The Prisma client, for everything but the hot path. */
export function prisma(): PrismaClient {
  return database().prisma;
}

/** The pool under Prisma, for hand-written SQL. */
export function pool(): pg.Pool {
  return database().pool;
}

/** Lends `work` one connection, for statements that follow each other but need no transaction. */
export async function withConnection<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // A connection that broke is not given back; one that only refused a statement is.
    client.release(isDatabaseAway(error));
    throw error;
  }
}

/** Runs `work` in one transaction of hand-written SQL: commits when it returns, rolls back when it throws. */
export async function inTransaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((rollbackError: unknown) => {
      broken = rollbackError instanceof Error ? rollbackError : new Error(String(rollbackError));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Closes every connection; only for scripts and tests, which end. */
export async function closeDatabase(): Promise<void> {
  const open = store.whetstoneDatabase;
  delete store.whetstoneDatabase;
  if (!open) return;
  await open.prisma.$disconnect();
  if (!open.pool.ended) await open.pool.end();
}
