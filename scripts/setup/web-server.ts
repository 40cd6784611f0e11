import type { ChildProcess } from "node:child_process";
import { waitUntilHealthy } from "#scripts/setup/port.ts";
import { SetupError } from "#scripts/setup/progress.ts";
import { startTool } from "#scripts/setup/run-tool.ts";

const STOP_TIMEOUT_MS = 10_000;
const HEALTHY_TIMEOUT_MS = 120_000;

export interface WebServer {
  /** Ends with the server: its exit code, 1 when a signal ended it. */
  ended: Promise<number>;
  /** Lets requests in flight finish, up to 10 s. */
  stop(): Promise<void>;
}

export interface WebServerOptions {
  mode: "start" | "dev";
  port: number;
  env: Record<string, string>;
  /** Where its own lines go; "ignore" for measurements and tests that speak themselves. */
  output?: "inherit" | "collect";
}

/** Starts Next and waits until /api/health says 200. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const host = process.env["HOST"];
  const args = [
    options.mode,
    "--port",
    String(options.port),
    ...(host ? ["--hostname", host] : []),
  ];
  const nodeEnv = options.mode === "start" ? "production" : "development";
  const child = startTool("next/dist/bin/next", args, {
    env: { ...options.env, NODE_ENV: nodeEnv, NEXT_TELEMETRY_DISABLED: "1" },
    output: options.output ?? "inherit",
  });
  child.stdout?.resume();
  child.stderr?.resume();
  const ended = new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code ?? 1));
  });
  const isStillThere = () => child.exitCode === null && child.signalCode === null;
  if (!(await waitUntilHealthy(options.port, isStillThere, HEALTHY_TIMEOUT_MS))) {
    const problem = isStillThere() ? "does not answer /api/health" : "ended while it started";
    await stop(child, ended);
    throw new SetupError(`The server ${problem}`, "See its messages above");
  }
  return { ended, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<number>): Promise<void> {
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
