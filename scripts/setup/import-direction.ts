import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "#scripts/setup/paths.ts";
import { runTool, type ToolResult } from "#scripts/setup/run-tool.ts";

const folders = ["app", "components", "lib", "seed"];

interface CruiseResult {
  modules: { source: string; dependencies: { resolved: string }[] }[];
  summary: { violations: { from: string; to: string; rule: { name: string; severity: string } }[] };
}

/**
 * dependency-cruiser over the layers. With a compiler that it does not understand it would see nothing and be content,
 * so it must have seen every source file, and have followed their imports.
 */
export async function checkImportDirection(): Promise<ToolResult> {
  const args = [...folders, "--output-type", "json"];
  const run = await runTool("dependency-cruiser/bin/dependency-cruise.mjs", args, {
    output: "collect",
  });
  const start = run.output.indexOf("{");
  if (start < 0) return { code: 1, output: run.output };
  const result = JSON.parse(run.output.slice(start)) as CruiseResult;
  const problems = [...violations(result), ...blindness(result)];
  return { code: problems.length > 0 ? 1 : 0, output: problems.join("\n") };
}

function violations(result: CruiseResult): string[] {
  const serious = result.summary.violations.filter(({ rule }) => rule.severity === "error");
  return serious.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
}

function blindness(result: CruiseResult): string[] {
  const seen = new Set(result.modules.map((module) => module.source));
  const missing = folders.flatMap(sourceFiles).filter((file) => !seen.has(file));
  const imports = result.modules
    .flatMap((module) => module.dependencies)
    .filter(({ resolved }) => seen.has(resolved));
  const problems = missing.slice(0, 5).map((file) => `dependency-cruiser did not see ${file}`);
  if (imports.length < seen.size / 2)
    problems.push(`dependency-cruiser followed only ${imports.length} imports`);
  return problems;
}

function sourceFiles(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true, recursive: true });
  const files = entries.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  const paths = files.map((entry) => relative(root, join(entry.parentPath, entry.name)));
  return paths.filter(
    (path) => !path.startsWith("lib/generated/") && !/\.(test|d)\.tsx?$/.test(path),
  );
}
