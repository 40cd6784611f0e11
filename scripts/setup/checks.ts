import { checkImportDirection } from "#scripts/setup/import-direction.ts";
import { type Outcome, seconds, single, sum } from "#scripts/setup/outcome.ts";
import { runTool, type ToolResult } from "#scripts/setup/run-tool.ts";

interface Check {
  name: string;
  run(): Promise<ToolResult>;
}

const AT_ONCE = 2;

function tool(script: string, ...args: string[]): Promise<ToolResult> {
  return runTool(script, args, { output: "collect", env: { NEXT_TELEMETRY_DISABLED: "1" } });
}

/** The slow ones first, so that two at a time end together. */
const checks: Check[] = [
  { name: "lint", run: () => tool("eslint/bin/eslint.js", ".") },
  { name: "types", run: checkTypes },
  { name: "dead code", run: () => tool("knip/bin/knip.js") },
  { name: "import direction", run: checkImportDirection },
  { name: "format", run: () => tool("@biomejs/biome/bin/biome", "ci", "--colors=off", ".") },
];

const contentCheck: Check = {
  name: "content",
  run: () => tool("tsx/dist/cli.mjs", "scripts/content-check.ts"),
};

/** Runs what needs neither a database nor a browser; each counts as one test. */
export async function runChecks(options: { content: boolean }): Promise<Outcome> {
  const waiting = options.content ? [...checks, contentCheck] : [...checks];
  const outcomes: Outcome[] = [];
  const worker = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift())
      outcomes.push(await runOne(check));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return sum(outcomes);
}

async function runOne(check: Check): Promise<Outcome> {
  const start = performance.now();
  const { code, output } = await check.run();
  const took = seconds(performance.now() - start);
  process.stdout.write(
    code === 0 ? `✓ ${check.name} (${took})\n` : `✗ ${check.name} (${took})\n${output.trim()}\n`,
  );
  return single(code === 0);
}

/** The types of routes and of imported styles are Next's to generate. */
async function checkTypes(): Promise<ToolResult> {
  const generated = await tool("next/dist/bin/next", "typegen");
  return generated.code === 0 ? tool("typescript/bin/tsc", "--noEmit") : generated;
}
