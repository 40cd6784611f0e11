import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildWhenStale } from "#scripts/setup/build.ts";
import { fillDatabase } from "#scripts/setup/content.ts";
import { type Database, openDatabase } from "#scripts/setup/database.ts";
import { generateClient } from "#scripts/setup/generate.ts";
import { migrate } from "#scripts/setup/migrate.ts";
import { root } from "#scripts/setup/paths.ts";
import { claimPort, releasePort, waitForInstance, wantedPort } from "#scripts/setup/port.ts";
import { step, warn } from "#scripts/setup/progress.ts";
import { authSecret } from "#scripts/setup/secrets.ts";
import { listenForTheEnd, orStopped } from "#scripts/setup/the-end.ts";
import { startWebServer, type WebServer } from "#scripts/setup/web-server.ts";

const NEIGHBOUR_TIMEOUT_MS = 600_000;

type Mode = "start" | "dev";

/** `npm start` and `npm run dev`: everything from the database to the address, then waits until it is told to end. */
export function serve(mode: Mode): Promise<number> {
  return orStopped(claimAndServe(mode, listenForTheEnd()), 0);
}

async function claimAndServe(mode: Mode, stopping: Promise<never>): Promise<number> {
  const port = wantedPort();
  for (let owner = await claimPort(port, mode); owner; owner = await claimPort(port, mode)) {
    step(
      `Another Whetstone of this folder (process ${owner.pid}) has port ${port}; asking whether it is up`,
    );
    if (await Promise.race([waitForInstance(owner, port, NEIGHBOUR_TIMEOUT_MS), stopping])) {
      step(
        `Whetstone is already running at http://localhost:${port}. A second one: PORT=${port + 1} npm start`,
      );
      return 0;
    }
  }
  try {
    await generateClient();
    return await serveOn(mode, port, stopping);
  } finally {
    releasePort();
  }
}

async function serveOn(mode: Mode, port: number, stopping: Promise<never>): Promise<number> {
  const database = await openDatabase(mode);
  try {
    const env = serverEnvironment(mode, port, database);
    const server = await Promise.race([prepareAndStart(mode, port, database, env), stopping]);
    announce(port, database.embedded);
    try {
      const code = await Promise.race([server.ended, stopping]);
      warn("The server ended by itself; see its messages above");
      return code || 1;
    } finally {
      await server.stop();
    }
  } finally {
    await database.release();
  }
}

async function prepareAndStart(
  mode: Mode,
  port: number,
  database: Database,
  env: Record<string, string>,
): Promise<WebServer> {
  // The content loader and the demo read their settings like the server does.
  Object.assign(process.env, env);
  await migrate(database.url);
  await fillDatabase(database.url, { demo: database.embedded });
  if (mode === "start") await buildWhenStale();
  step("Starting the server");
  return startWebServer({ mode, port, env });
}

function serverEnvironment(mode: Mode, port: number, database: Database): Record<string, string> {
  const site = process.env["NEXTAUTH_URL"] || process.env["AUTH_URL"] || `http://localhost:${port}`;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    version: string;
  };
  return {
    DATABASE_URL: database.url,
    AUTH_SECRET: authSecret({ embedded: database.embedded, production: mode === "start" }),
    NEXTAUTH_URL: site,
    WHETSTONE_VERSION: process.env["WHETSTONE_VERSION"] || version,
  };
}

function announce(port: number, demo: boolean): void {
  process.stdout.write(`\n  Whetstone is at http://localhost:${port}\n`);
  if (demo) process.stdout.write("  Demo account: demo@whetstone.local, password whetstone-demo\n");
  process.stdout.write("  Ctrl-C stops it.\n\n");
}
