import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "#scripts/setup/lock.mjs";
import { dataDirectory, root } from "#scripts/setup/paths.ts";
import { SetupError, step } from "#scripts/setup/progress.ts";

const output = join(root, "lib/generated/prisma");
const mark = join(output, ".schema-sha256");

/** Generates Prisma's client when the schema, or Prisma, changed since the last time. */
export async function generateClient(): Promise<void> {
  if (isFresh()) return;
  await withLock(join(dataDirectory, "generate.lock"), () => {
    if (isFresh()) return;
    step("Generating the database client");
    runPrisma();
    writeFileSync(mark, inputHash());
  });
}

function isFresh(): boolean {
  return (
    existsSync(mark) &&
    existsSync(join(output, "client.ts")) &&
    readFileSync(mark, "utf8") === inputHash()
  );
}

function inputHash(): string {
  const inputs = [
    join(root, "prisma/schema.prisma"),
    join(root, "node_modules/prisma/package.json"),
  ];
  const hash = createHash("sha256");
  for (const input of inputs) hash.update(readFileSync(input));
  return hash.digest("hex");
}

/**
 * `generate` looks for the schema engine's binary, downloads it when it is missing, and then does not use it. Any file
 * that exists satisfies it, so nothing is downloaded.
 */
function runPrisma(): void {
  const cli = join(root, "node_modules/prisma/build/index.js");
  const run = spawnSync(process.execPath, [cli, "generate", "--no-hints"], {
    cwd: root,
    encoding: "utf8",
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: cli,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  if (run.status === 0) return;
  throw new SetupError(
    `The database client could not be generated:\n${run.stdout}${run.stderr}`.trim(),
    "Mend prisma/schema.prisma and try again",
  );
}
