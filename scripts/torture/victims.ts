import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  acquireEmbeddedDatabase,
  type EmbeddedDatabase,
} from "#scripts/setup/embedded-postgres.ts";
import { isHealthy } from "#scripts/setup/port.ts";
import { findPostmaster } from "#scripts/setup/postmaster.ts";
import { SetupError } from "#scripts/setup/progress.ts";
import { startTool } from "#scripts/setup/run-tool.ts";

/* What is killed: the web server and the database, each as by pulling its plug. */

const HEALTHY_TIMEOUT_MS = 60_000;

async function untilHealthy(port: number): Promise<void> {
  const deadline = Date.now() + HEALTHY_TIMEOUT_MS;
  while (!(await isHealthy(port))) {
    if (Date.now() > deadline)
      throw new SetupError("The server did not come back", "See .data/torture/postgres.log");
    await sleep(50);
  }
}

export class WebVictim {
  readonly #port: number;
  readonly #env: Record<string, string>;
  #child: ReturnType<typeof startTool> | undefined;

  constructor(port: number, env: Record<string, string>) {
    this.#port = port;
    this.#env = {
      ...env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      LOG_LEVEL: "silent",
    };
  }

  async start(): Promise<void> {
    const args = ["start", "--port", String(this.#port)];
    this.#child = startTool("next/dist/bin/next", args, { env: this.#env, output: "collect" });
    this.#child.stdout?.resume();
    this.#child.stderr?.resume();
    await untilHealthy(this.#port);
  }

  async kill(): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await gone;
  }

  async killAndRestart(): Promise<void> {
    await this.kill();
    await this.start();
  }
}

/** The server of PostgreSQL and all of its processes, where they can be listed (Linux). */
function processesOf(postmaster: number): number[] {
  if (process.platform !== "linux") return [postmaster];
  const children = readdirSync("/proc").filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      return readFileSync(`/proc/${name}/status`, "utf8").includes(`\nPPid:\t${postmaster}\n`);
    } catch {
      return false;
    }
  });
  return [postmaster, ...children.map(Number)];
}

export class DatabaseVictim {
  readonly #home: string;
  readonly #port: number;

  constructor(home: string, webPort: number) {
    this.#home = home;
    this.#port = webPort;
  }

  /** Durable, as for people's data: nothing here turns fsync off. */
  start(): Promise<EmbeddedDatabase> {
    return acquireEmbeddedDatabase({ home: this.#home, task: "torture" });
  }

  async killAndRestart(): Promise<void> {
    const postmaster = findPostmaster(join(this.#home, "postgres"));
    if (!postmaster) throw new SetupError("The database is not running", "Run it again");
    for (const pid of processesOf(postmaster.pid)) kill(pid);
    // Not everybody is gone at once who is told to go; a new one must not take it for running.
    while (findPostmaster(join(this.#home, "postgres"))) await sleep(10);
    await this.start();
    await untilHealthy(this.#port);
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended with the others.
  }
}
