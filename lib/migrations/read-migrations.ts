import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { MigrationDirectory, MigrationList } from "@prisma/schema-engine-wasm";

const lockfileName = "migration_lock.toml";

/** The migrations on disk, oldest first, in the shape that Prisma's engine wants. */
export async function readMigrations(directory: string): Promise<MigrationList> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const migrationDirectories = await Promise.all(
    names.sort().map((name) => readMigration(directory, name)),
  );
  const lockfile = await readFile(join(directory, lockfileName), "utf8").catch(() => null);
  return {
    baseDir: directory,
    lockfile: { path: lockfileName, content: lockfile },
    shadowDbInitScript: "",
    migrationDirectories,
  };
}

async function readMigration(directory: string, name: string): Promise<MigrationDirectory> {
  const content = await readFile(join(directory, name, "migration.sql"), "utf8");
  return {
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: { tag: "ok", value: content },
    },
  };
}
