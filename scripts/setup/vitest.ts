import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { agreeWithExitCode, nothing, type Outcome } from "#scripts/setup/outcome.ts";
import { runTool } from "#scripts/setup/run-tool.ts";

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Runs one project of vitest.config: readable on the console, counted from its JSON report. */
export async function runVitest(
  project: "unit" | "db",
  env: Record<string, string>,
): Promise<Outcome> {
  return withReport(async (file) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { code } = await runTool(
      "vitest/vitest.mjs",
      ["run", "--project", project, ...reporters],
      {
        env: { ...env, NODE_ENV: "test" },
      },
    );
    return agreeWithExitCode(count(readReport(file) as VitestReport | undefined), code);
  });
}

function count(report: VitestReport | undefined): Outcome {
  if (!report) return nothing;
  // A file that cannot be loaded has no tests to count.
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** Gives `work` the path of a file that is gone afterwards. */
export async function withReport<T>(work: (file: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "whetstone-report-"));
  try {
    return await work(join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns undefined when the tool ended before it wrote its report */
export function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
