import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { processStart } from "#scripts/setup/lock.mjs";

const STOP_TIMEOUT_MS = 20_000;
const ORPHANS_TIMEOUT_MS = 10_000;

/** A running server process, as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** The server that runs on this data directory, also one whose starter was killed. */
export function findPostmaster(pgData: string): Postmaster | undefined {
  const lines = readLines(join(pgData, "postmaster.pid"));
  const pid = Number(lines[0]);
  if (!isAlive(pid) || !servesFrom(pid, pgData)) return undefined;
  return { pid, port: Number(lines[3]) };
}

/**
 * Clears away the `postmaster.pid` of a server that was killed, once its remaining processes have noticed and ended.
 * PostgreSQL does so itself, but not when the number belongs to another program now, or to a zombie that nobody reaps.
 */
export async function removeStalePidFile(pgData: string): Promise<void> {
  const pidFile = join(pgData, "postmaster.pid");
  if (!existsSync(pidFile) || findPostmaster(pgData)) return;
  const deadline = Date.now() + ORPHANS_TIMEOUT_MS;
  while (someProcessServesFrom(pgData) && Date.now() < deadline) await sleep(50);
  if (!someProcessServesFrom(pgData)) rmSync(pidFile, { force: true });
}

function isAlive(pid: number): boolean {
  return Number.isInteger(pid) && pid > 0 && processStart(pid) !== undefined;
}

/** Stops the server and waits until it is gone; after a while without patience, which costs only a recovery. */
export async function stopPostmaster(postmaster: Postmaster): Promise<void> {
  signal(postmaster.pid, "SIGINT");
  if (await isGone(postmaster.pid, STOP_TIMEOUT_MS)) return;
  signal(postmaster.pid, "SIGQUIT");
  if (!(await isGone(postmaster.pid, 5000))) signal(postmaster.pid, "SIGKILL");
}

async function isGone(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (processStart(pid) !== undefined) {
    if (Date.now() > deadline) return false;
    await sleep(20);
  }
  return true;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself, or belongs to another user, who then stops it.
  }
}

/** Server processes work in their data directory. */
function servesFrom(pid: number, pgData: string): boolean {
  try {
    if (process.platform === "linux")
      return realpathSync(`/proc/${pid}/cwd`) === realpathSync(pgData);
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], {
      encoding: "utf8",
    }).includes(pgData);
  } catch {
    return false;
  }
}

function someProcessServesFrom(pgData: string): boolean {
  if (process.platform !== "linux") return false;
  return readdirSync("/proc").some(
    (name) => /^\d+$/.test(name) && servesFrom(Number(name), pgData),
  );
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}
