import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { register, unregister } from "#scripts/setup/instances.ts";
import { withLock } from "#scripts/setup/lock.mjs";
import { findPostgresBinaries } from "#scripts/setup/postgres-binaries.ts";
import { type Cluster, initCluster, startCluster } from "#scripts/setup/postgres-cluster.ts";
import { choosePostgresUser } from "#scripts/setup/postgres-user.ts";
import { findPostmaster, removeStalePidFile, stopPostmaster } from "#scripts/setup/postmaster.ts";
import { SetupError, step } from "#scripts/setup/progress.ts";

const settings = {
  cluster_name: "whetstone",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "64MB",
  log_min_messages: "warning",
  timezone: "UTC",
  log_timezone: "UTC",
};

export interface EmbeddedDatabase {
  /** The application's address: an ordinary role that owns the database `whetstone` and may create others. */
  url: string;
  /** The superuser's address; for tests and measurements only. */
  adminUrl: string;
  /** Says good-bye; the last one stops the server. */
  release: () => Promise<void>;
}

export interface EmbeddedOptions {
  /** Holds `postgres/`, its password, port, log and the notes of who uses it. */
  home: string;
  /** What this process does, for its note. */
  task: string;
  /** More settings for postgresql.conf, read when the server starts. */
  settings?: Record<string, string>;
}

/** Makes the embedded PostgreSQL when it is missing, starts it when it is not running, and joins those who use it. */
export async function acquireEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const { home } = options;
  mkdirSync(home, { recursive: true });
  const addresses = await exclusively(home, async () => {
    const cluster = await describeCluster(options);
    const port = await ensureRunning(home, cluster);
    await provision(addressesOf(cluster.password, port));
    register(join(home, "instances"), options.task);
    return addressesOf(cluster.password, port);
  });
  return { ...addresses, release: () => release(home) };
}

function exclusively<T>(home: string, work: () => Promise<T>): Promise<T> {
  return withLock(join(home, "database.lock"), work);
}

async function release(home: string): Promise<void> {
  await exclusively(home, async () => {
    const last = unregister(join(home, "instances"));
    const postmaster = findPostmaster(join(home, "postgres"));
    if (last && postmaster) await stopPostmaster(postmaster);
  });
}

async function describeCluster(options: EmbeddedOptions): Promise<Cluster> {
  const { home } = options;
  const pgData = join(home, "postgres");
  const binaries = await findPostgresBinaries();
  const owner = statSync(pgData, { throwIfNoEntry: false });
  const user = choosePostgresUser(binaries.postgres, home, owner);
  const password = keptPassword(join(home, "postgres-password"), existsSync(pgData));
  const logFile = join(home, "postgres.log");
  return {
    pgData,
    logFile,
    binaries,
    user,
    password,
    settings: { ...settings, ...options.settings },
  };
}

async function ensureRunning(home: string, cluster: Cluster): Promise<number> {
  const portFile = join(home, "postgres-port");
  if (!existsSync(cluster.pgData)) {
    step("Making the embedded database (PostgreSQL 18)");
    initCluster(cluster);
  }
  const running = findPostmaster(cluster.pgData);
  if (running?.port) return running.port;
  step("Starting the embedded database");
  await removeStalePidFile(cluster.pgData);
  const port = await startCluster(cluster, readPort(portFile));
  writeFileSync(portFile, `${port}\n`);
  return port;
}

function readPort(path: string): number | undefined {
  if (!existsSync(path)) return undefined;
  const port = Number(readFileSync(path, "utf8"));
  return Number.isInteger(port) && port > 1023 && port < 65_536 ? port : undefined;
}

function keptPassword(path: string, needed: boolean): string {
  if (existsSync(path)) return readFileSync(path, "utf8").trim();
  if (needed) {
    throw new SetupError(
      `The password of the embedded database is missing (${path})`,
      "Put the file back, or begin anew without the data: move .data/postgres away",
    );
  }
  const password = randomBytes(24).toString("base64url");
  rmSync(path, { force: true });
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  return password;
}

/** The application gets a password of its own, from which the superuser's cannot be told. */
function addressesOf(password: string, port: number): { url: string; adminUrl: string } {
  const own = createHash("sha256").update(`whetstone:${password}`).digest("base64url");
  return {
    url: `postgresql://whetstone:${own}@127.0.0.1:${port}/whetstone`,
    adminUrl: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
  };
}

async function provision(addresses: { url: string; adminUrl: string }): Promise<void> {
  const own = new URL(addresses.url);
  const client = new pg.Client({
    connectionString: addresses.adminUrl,
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    const role = await client.query("SELECT 1 FROM pg_roles WHERE rolname = 'whetstone'");
    const attributes = `LOGIN CREATEDB PASSWORD ${client.escapeLiteral(own.password)}`;
    if (role.rowCount === 0) await client.query(`CREATE ROLE whetstone ${attributes}`);
    const database = await client.query("SELECT 1 FROM pg_database WHERE datname = 'whetstone'");
    if (database.rowCount === 0) await client.query("CREATE DATABASE whetstone OWNER whetstone");
  } finally {
    await client.end();
  }
}
