import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isRunning, type ProcessMark, thisProcess } from "#scripts/setup/lock.mjs";

/** One process that uses something which several share; a server also tells its port. */
export interface Instance extends ProcessMark {
  task: string;
  port?: number;
}

/** The processes noted in a folder; the notes of those that died are thrown away. */
export function listInstances(folder: string): Instance[] {
  return readNames(folder).flatMap((name) => {
    const path = join(folder, name);
    const instance = readInstance(path);
    if (instance && isRunning(instance)) return [instance];
    rmSync(path, { force: true });
    return [];
  });
}

/** Notes this process. */
export function register(folder: string, task: string, port?: number): void {
  mkdirSync(folder, { recursive: true });
  const instance: Instance = { ...thisProcess(), task, ...(port === undefined ? {} : { port }) };
  const path = noteOf(folder);
  writeFileSync(`${path}.new`, JSON.stringify(instance));
  renameSync(`${path}.new`, path);
}

/** @returns whether this process was the last one */
export function unregister(folder: string): boolean {
  rmSync(noteOf(folder), { force: true });
  return listInstances(folder).length === 0;
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
