import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "#scripts/setup/lock.mjs";
import { dataDirectory, root } from "#scripts/setup/paths.ts";
import { isHealthy, otherServers } from "#scripts/setup/port.ts";
import { SetupError, step, warn } from "#scripts/setup/progress.ts";
import { runTool } from "#scripts/setup/run-tool.ts";
import { hashTree } from "#scripts/setup/tree-hash.ts";

const mark = join(root, ".next/built-from-sha256");
const folders = ["app", "components", "lib", "prisma/schema.prisma", "public"];
const files = [
  ...["instrumentation.ts", "proxy.ts", "next.config.js", "postcss.config.mjs", "tsconfig.json"],
  ...["package.json", "package-lock.json"],
];

/** One build serves every database and address, so it may not know of any: a page that needs one at build time fails. */
const noSettings = { DATABASE_URL: "", AUTH_SECRET: "", NEXTAUTH_URL: "" };

/** Makes the production build when something it is made from changed since the last one. */
export async function buildWhenStale(): Promise<void> {
  if (isFresh()) return;
  const onWait = () => step("Waiting for another process that is building");
  await withLock(join(dataDirectory, "build.lock"), () => (isFresh() ? undefined : build()), {
    onWait,
  });
}

async function build(): Promise<void> {
  await warnRunningServers();
  step("Building for production (a minute or so, only after changes)");
  const from = inputHash();
  rmSync(mark, { force: true });
  const { code } = await runTool("next/dist/bin/next", ["build"], {
    env: { ...noSettings, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (code !== 0 || !existsSync(join(root, ".next/BUILD_ID"))) {
    throw new SetupError("The production build failed", "See the messages of next build above");
  }
  writeFileSync(mark, from);
}

async function warnRunningServers(): Promise<void> {
  for (const { task, port } of otherServers()) {
    if (task !== "start" || port === undefined || !(await isHealthy(port))) continue;
    warn(
      `The Whetstone on port ${port} runs on the build that is replaced now: start it again afterwards`,
    );
  }
}

function isFresh(): boolean {
  return existsSync(mark) && readFileSync(mark, "utf8") === inputHash();
}

function inputHash(): string {
  const isTest = /\.test\.tsx?$/;
  return hashTree([...folders, ...files], (path) => path === "lib/generated" || isTest.test(path));
}
