import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { findOrInstallChromium } from "#scripts/setup/chromium.ts";
import { fillDatabase } from "#scripts/setup/content.ts";
import { agreeWithExitCode, nothing, type Outcome } from "#scripts/setup/outcome.ts";
import { dataDirectory } from "#scripts/setup/paths.ts";
import { freePort } from "#scripts/setup/postgres-cluster.ts";
import { runTool } from "#scripts/setup/run-tool.ts";
import type { TestDatabase } from "#scripts/setup/test-database.ts";
import { readReport, withReport } from "#scripts/setup/vitest.ts";
import { startWebServer } from "#scripts/setup/web-server.ts";

/** Of this run. */
const mailbox = join(dataDirectory, `test/mailbox-${process.pid}`);

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
}

/**
 * Runs the browser tests against the production build, with a database of their own that holds content and demo.
 * @param only names of files, or what else Playwright takes; all of them when empty
 */
export async function runBrowserTests(
  database: TestDatabase,
  only: readonly string[] = [],
): Promise<Outcome> {
  const chromium = await findOrInstallChromium();
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const env = await prepare(database, baseUrl);
  const server = await startWebServer({ mode: "start", port, env });
  try {
    return await withReport(async (file) => {
      const { code } = await runTool(
        "@playwright/test/cli.js",
        ["test", "--reporter=list,json", ...only],
        {
          env: {
            ...env,
            BASE_URL: baseUrl,
            CHROMIUM_PATH: chromium,
            PLAYWRIGHT_JSON_OUTPUT_FILE: file,
          },
        },
      );
      return agreeWithExitCode(count(readReport(file) as PlaywrightReport | undefined), code);
    });
  } finally {
    await server.stop();
    rmSync(mailbox, { recursive: true, force: true });
  }
}

async function prepare(database: TestDatabase, baseUrl: string): Promise<Record<string, string>> {
  const env = {
    DATABASE_URL: await database.create("browser"),
    AUTH_SECRET: randomBytes(33).toString("base64url"),
    NEXTAUTH_URL: baseUrl,
    WHETSTONE_VERSION: "test",
    // Their mails stay apart from those of the person whose folder this is.
    MAILBOX_DIR: mailbox,
    LOG_LEVEL: "warn",
  };
  // The content loader and the demo read their settings like the server does.
  Object.assign(process.env, env);
  await fillDatabase(env.DATABASE_URL, { demo: true });
  return env;
}

function count(report: PlaywrightReport | undefined): Outcome {
  if (!report) return nothing;
  // A test that fails and then passes is not trusted: it counts as failed.
  return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
}
