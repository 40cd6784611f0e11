import { spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import type { PostgresBinaries } from "#scripts/setup/postgres-binaries.ts";
import type { PostgresUser } from "#scripts/setup/postgres-user.ts";
import { SetupError } from "#scripts/setup/progress.ts";

const READY_TIMEOUT_MS = 120_000;
const ATTEMPTS = 20;
const MAX_LOG_BYTES = 5_000_000;

export interface Cluster {
  pgData: string;
  logFile: string;
  binaries: PostgresBinaries;
  user: PostgresUser;
  password: string;
  settings: Record<string, string>;
}

/** Makes a new data directory: complete or not at all, so that an initdb that was killed leaves nothing to trip over. */
export function initCluster(cluster: Cluster): void {
  const unfinished = `${cluster.pgData}.new`;
  const passwordFile = join(dirname(cluster.pgData), `${basename(cluster.pgData)}.pwfile`);
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(passwordFile, { force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writeFileSync(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  const { ids } = cluster.user;
  if (ids) for (const path of [unfinished, passwordFile]) chownSync(path, ids.uid, ids.gid);
  try {
    runInitdb(cluster, unfinished, passwordFile);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, cluster.pgData);
}

/** The locale of the C library decides which letters full-text search knows; not every machine has C.UTF-8. */
function runInitdb(cluster: Cluster, pgData: string, passwordFile: string): void {
  const fixed = [
    "--username=postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--data-checksums",
  ];
  const text = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  let output = "";
  for (const locale of ["C.UTF-8", "en_US.UTF-8", "C"]) {
    const args = [`--pgdata=${pgData}`, ...fixed, ...text, `--locale=${locale}`];
    const command = cluster.user.command(cluster.binaries.initdb, args);
    const run = spawnSync(command.file, command.args, {
      ...command.ids,
      cwd: "/",
      encoding: "utf8",
    });
    if (run.status === 0) return;
    output = `${run.stderr}${run.error?.message ?? ""}`.trim();
    if (!output.includes("locale")) break;
  }
  throw new SetupError(
    `The embedded database could not be made: ${output.split("\n").at(-1) ?? "initdb failed"}`,
    "See that the disk has room and the folder can be written, or set DATABASE_URL",
  );
}

/**
 * Starts the server in a session of its own, so that Ctrl-C reaches only the program that will stop it.
 * @returns the port on 127.0.0.1, `preferredPort` if that is free
 */
export async function startCluster(
  cluster: Cluster,
  preferredPort: number | undefined,
): Promise<number> {
  let port = await freePort(preferredPort);
  for (let attempt = 1; ; attempt += 1) {
    const problem = await launch(cluster, port);
    if (!problem) return port;
    const takenMeanwhile =
      problem.includes("could not bind") || problem.includes("could not create any TCP/IP");
    // The processes of a server that was killed need a moment to notice it.
    const leftBehind =
      /shared memory block|lock file/.test(problem) || problem.includes("is still in use");
    if (attempt === ATTEMPTS || !(takenMeanwhile || leftBehind))
      throw couldNotStart(cluster, problem);
    if (takenMeanwhile) port = await freePort(undefined);
    await sleep(500);
  }
}

function couldNotStart(cluster: Cluster, problem: string): SetupError {
  return new SetupError(
    `The embedded database did not start: ${problem}`,
    `Its log is ${cluster.logFile}; without it: DATABASE_URL=postgresql://user:password@host:5432/database`,
  );
}

/** @returns undefined when the server answers, else the last thing it said */
async function launch(cluster: Cluster, port: number): Promise<string | undefined> {
  const settings = {
    ...cluster.settings,
    port: String(port),
    listen_addresses: "127.0.0.1",
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const command = cluster.user.command(cluster.binaries.postgres, [
    "-D",
    cluster.pgData,
    ...options,
  ]);
  rotate(cluster.logFile);
  const log = openSync(cluster.logFile, "a", 0o600);
  const from = statSync(cluster.logFile).size;
  const server = spawn(command.file, command.args, {
    ...command.ids,
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: { ...process.env, TZ: "UTC" },
  });
  closeSync(log);
  let startError: Error | undefined;
  server.once("error", (error) => {
    startError = error;
  });
  server.unref();
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (startError) return startError.message;
    if (server.exitCode !== null || server.signalCode !== null)
      return lastComplaint(cluster.logFile, from);
    if (await answers(cluster, port)) return undefined;
    await sleep(30);
  }
  return "it does not answer";
}

async function answers(cluster: Cluster, port: number): Promise<boolean> {
  const client = new pg.Client({
    ...{
      host: "127.0.0.1",
      port,
      user: "postgres",
      database: "postgres",
      password: cluster.password,
    },
    connectionTimeoutMillis: 2000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (isWrongPassword(error)) throw wrongPassword(cluster);
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === "28P01";
}

function wrongPassword(cluster: Cluster): SetupError {
  return new SetupError(
    "The embedded database does not accept the password that is kept beside it",
    `Put the password file back, or begin anew without the data: move ${cluster.pgData} away`,
  );
}

function lastComplaint(logFile: string, from: number): string {
  const lines = readFileSync(logFile).subarray(from).toString("utf8").split("\n");
  const complaints = lines.filter((line) =>
    /FATAL|PANIC|ERROR|WARNING|could not|cannot/.test(line),
  );
  return (
    complaints
      .map((line) => line.replace(/^.*?(?:FATAL|PANIC|ERROR|WARNING|LOG): {2}/, ""))
      .join("; ") || "no reason given"
  );
}

function rotate(logFile: string): void {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size > MAX_LOG_BYTES) renameSync(logFile, `${logFile}.1`);
}

/** A port on 127.0.0.1 that nothing listens on. */
export async function freePort(preferred?: number): Promise<number> {
  if (preferred !== undefined && (await canListen(preferred)) !== undefined) return preferred;
  const port = await canListen(0);
  if (port === undefined)
    throw new SetupError("No port of 127.0.0.1 is free", "Close some programs and try again");
  return port;
}

function canListen(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const chosen = typeof address === "object" && address ? address.port : undefined;
      server.close(() => resolve(chosen));
    });
  });
}
