import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning, type ProcessMark, thisProcess } from "#scripts/setup/lock.mjs";

/** One process that uses the embedded database; a server also tells its port. */
export interface Instance extends ProcessMark {
  task: string;
  port?: number;
}

/** Processes that use the database of `home`; the notes of those that died are thrown away. */
export function listInstances(home: string): Instance[] {
  const folder = join(home, "instances");
  return readNames(folder).flatMap((name) => {
    const path = join(folder, name);
    const instance = readInstance(path);
    if (instance && isRunning(instance)) return [instance];
    rmSync(path, { force: true });
    return [];
  });
}

/** Notes that this process uses the database of `home`. */
export function register(home: string, task: string, port?: number): void {
  const folder = join(home, "instances");
  mkdirSync(folder, { recursive: true });
  const instance: Instance = {
    ...thisProcess(),
    task,
    ...(port === undefined ? {} : { port }),
  };
  writeFileSync(noteOf(folder), JSON.stringify(instance));
}

/** @returns whether this process was the last one */
export function unregister(home: string): boolean {
  rmSync(noteOf(join(home, "instances")), { force: true });
  return listInstances(home).length === 0;
}

function noteOf(folder: string): string {
  return join(folder, `${process.pid}.json`);
}

function readNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(".json"));
  } catch {
    return [];
  }
}

function readInstance(path: string): Instance | undefined {
  try {
    return JSON.parse(readFileSync(path, "utf8")) as Instance;
  } catch {
    return undefined;
  }
}
