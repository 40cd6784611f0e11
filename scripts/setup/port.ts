import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Instance, listInstances, register, unregister } from "#scripts/setup/instances.ts";
import { isRunning, withLock } from "#scripts/setup/lock.mjs";
import { dataDirectory } from "#scripts/setup/paths.ts";
import { SetupError } from "#scripts/setup/progress.ts";

const servers = join(dataDirectory, "servers");

/** The port for the server: PORT, else 3000. */
export function wantedPort(): number {
  const given = process.env["PORT"] || "3000";
  const port = Number(given);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new SetupError(
    `PORT=${given} is no port`,
    "A port is a number from 1 to 65535: PORT=3001 npm start",
  );
}

/**
 * Claims a port for this process, so that of two that start at once in one folder the second knows.
 * @returns the Whetstone of this folder that already has the port, or undefined when it is ours now
 */
export async function claimPort(port: number, task: string): Promise<Instance | undefined> {
  return withLock(join(dataDirectory, "servers.lock"), async () => {
    const owner = listInstances(servers).find((instance) => instance.port === port);
    if (owner) return owner;
    await requireFree(port, task);
    register(servers, task, port);
    return undefined;
  });
}

/** Gives the port back. */
export function releasePort(): void {
  unregister(servers);
}

/** Other servers of this folder that run now. */
export function otherServers(): Instance[] {
  return listInstances(servers).filter((instance) => instance.pid !== process.pid);
}

/** Waits until a server answers its health check. @returns whether it does; false once `isStillThere` says no */
export async function waitUntilHealthy(
  port: number,
  isStillThere: () => boolean,
  timeoutMs: number,
): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isStillThere() && Date.now() < deadline) {
    if (await isHealthy(port)) return true;
    await sleep(150);
  }
  return false;
}

/** Waits for a server that another process of this folder is starting. */
export function waitForInstance(
  instance: Instance,
  port: number,
  timeoutMs: number,
): Promise<boolean> {
  return waitUntilHealthy(port, () => isRunning(instance), timeoutMs);
}

/** Whether a Whetstone answers there, with its database. */
export async function isHealthy(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://localhost:${port}/api/health`, {
      signal: AbortSignal.timeout(20_000),
    });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

async function requireFree(port: number, task: string): Promise<void> {
  const code = (await listenOnce(port, undefined)) ?? (await listenOnce(port, "127.0.0.1"));
  if (code === undefined) return;
  const command = task === "dev" ? "npm run dev" : "npm start";
  if (code === "EACCES") {
    throw new SetupError(
      `This user may not open port ${port}`,
      `Start on another one: PORT=3001 ${command}`,
    );
  }
  const next = port < 65_535 ? port + 1 : 3001;
  throw new SetupError(
    `Port ${port} is taken by another program`,
    `Start on another one: PORT=${next} ${command}`,
  );
}

/** @returns why nobody can listen there, or undefined */
function listenOnce(port: number, host: string | undefined): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? "unknown"));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () =>
      server.close(() => resolve(undefined)),
    );
  });
}
