import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "#scripts/setup/paths.ts";

const tether = pathToFileURL(join(root, "scripts/setup/tether.mjs")).href;

export interface ToolOptions {
  env?: Record<string, string>;
  /** "inherit" shows the output at once; "collect" keeps it, for tools that run beside others. */
  output?: "inherit" | "collect";
}

export interface ToolResult {
  code: number;
  output: string;
}

/** Starts a JavaScript program of node_modules in this folder; it dies with this process. */
export function startTool(script: string, args: string[], options: ToolOptions = {}): ChildProcess {
  const collect = options.output === "collect";
  // Where standard output is what another program reads, a tool's own lines go to standard error.
  const shown = process.env["WHETSTONE_PROGRESS"] === "stderr" ? 2 : "inherit";
  return spawn(
    process.execPath,
    ["--import", tether, join(root, "node_modules", script), ...args],
    {
      cwd: root,
      env: { ...process.env, ...options.env, WHETSTONE_TETHER: String(process.pid) },
      stdio: ["ignore", collect ? "pipe" : shown, collect ? "pipe" : "inherit", "ipc"],
    },
  );
}

/** Runs such a program to its end. */
export function runTool(
  script: string,
  args: string[],
  options: ToolOptions = {},
): Promise<ToolResult> {
  return finish(startTool(script, args, options));
}

/** Waits for a program; what it wrote to a pipe is collected. */
function finish(child: ChildProcess): Promise<ToolResult> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    child.stdout?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.once("error", (error) => resolve({ code: 1, output: error.message }));
    child.once("close", (code) =>
      resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString("utf8") }),
    );
  });
}
