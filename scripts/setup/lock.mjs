// Plain JavaScript without dependencies: scripts/run.mjs needs it before anything is installed.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const POLL_MS = 100;
const ABANDONED_TAKEOVER_MS = 10_000;

/**
 * A mark of the moment a process began, so that a process which got the number of a dead one is told apart.
 * @param {number} pid
 * @returns {string | undefined} undefined when no such process runs
 */
export function processStart(pid) {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? undefined : fields[19];
    }
    const started = execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], {
      encoding: "utf8",
    });
    return started.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** @param {{ pid: number, start: string | undefined }} owner */
export function isRunning(owner) {
  const start = processStart(owner.pid);
  return start !== undefined && start === owner.start;
}

/** This process, as it is written into lock and instance files. */
export function thisProcess() {
  return { pid: process.pid, start: processStart(process.pid) };
}

/**
 * Runs `work` while holding the lock file. A lock of a process that no longer runs is taken over.
 * @template T
 * @param {string} path
 * @param {() => T | Promise<T>} work
 * @param {{ onWait?: (pid: number) => void }} [options] `onWait` is called once when somebody else holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, work, options = {}) {
  mkdirSync(dirname(path), { recursive: true });
  let waiting = false;
  while (!tryLock(path)) {
    const owner = readOwner(path);
    if (owner && !isRunning(owner)) {
      removeStale(path);
      continue;
    }
    if (owner && !waiting) {
      waiting = true;
      options.onWait?.(owner.pid);
    }
    await sleep(POLL_MS);
  }
  const unlock = () => rmSync(path, { force: true });
  process.once("exit", unlock);
  try {
    return await work();
  } finally {
    process.removeListener("exit", unlock);
    unlock();
  }
}

/** @param {string} path */
function tryLock(path) {
  try {
    writeFileSync(path, JSON.stringify(thisProcess()), {
      flag: "wx",
      mode: 0o644,
    });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** @param {string} path */
function readOwner(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return readBrokenOwner(path);
  }
}

/**
 * A lock file that is there but holds nothing: its owner is about to write it, or died in between.
 * @param {string} path
 */
function readBrokenOwner(path) {
  try {
    const ageMs = Date.now() - statSync(path).mtimeMs;
    return ageMs > ABANDONED_TAKEOVER_MS ? { pid: -1, start: undefined } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Only one at a time may remove a stale lock; otherwise the slower one would remove the faster one's new lock.
 * @param {string} path
 */
function removeStale(path) {
  const guard = `${path}.takeover`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    removeAbandonedGuard(guard);
    return;
  }
  const owner = readOwner(path);
  if (owner && !isRunning(owner)) rmSync(path, { force: true });
  rmdirSync(guard);
}

/** @param {string} guard */
function removeAbandonedGuard(guard) {
  try {
    if (Date.now() - statSync(guard).mtimeMs > ABANDONED_TAKEOVER_MS) rmdirSync(guard);
  } catch {
    // Another one was faster.
  }
}
