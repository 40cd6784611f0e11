import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { isRunning, type ProcessMark, processStart } from "#scripts/setup/lock.mjs";

const POLL_MS = 500;

/**
 * Calls `onOrphaned` once when the npm that started this process, or the shell in between, is gone: kill -9 tells nobody.
 * Without npm nothing is watched, so that a server started in the background survives its shell.
 */
export function watchLineage(onOrphaned: () => void): void {
  if (!process.env["npm_lifecycle_event"]) return;
  const ancestors = ancestorsUpToNpm();
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && ancestors.every(isRunning)) return;
    clearInterval(timer);
    onOrphaned();
  }, POLL_MS);
  timer.unref();
}

/** The parent is npm, or the shell in which npm runs the script. */
function ancestorsUpToNpm(): ProcessMark[] {
  const parent = process.ppid;
  const isShell = commandOf(parent).includes("run.mjs");
  const pids = isShell ? [parent, parentOf(parent)] : [parent];
  return pids.filter((pid) => pid > 1).map((pid) => ({ pid, start: processStart(pid) }));
}

function commandOf(pid: number): string {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}

function parentOf(pid: number): number {
  try {
    if (process.platform !== "linux") {
      return Number(execFileSync("ps", ["-o", "ppid=", "-p", String(pid)], { encoding: "utf8" }));
    }
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return 0;
  }
}
