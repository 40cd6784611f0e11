import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { draftMigration } from "#lib/migrations/draft-migration.ts";
import { withDatabase } from "#scripts/setup/database.ts";
import { migrationsDirectory, root } from "#scripts/setup/paths.ts";
import { main, SetupError, step } from "#scripts/setup/progress.ts";

// node scripts/run.mjs create-migration add_reminders
await main(async () => {
  const name = process.argv[2] ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new SetupError(
      "A migration needs a name",
      "node scripts/run.mjs create-migration add_reminders",
    );
  }
  const schema = await readFile(join(root, "prisma/schema.prisma"), "utf8");
  const sql = await withDatabase("create-migration", ({ url }) =>
    draftMigration({
      connectionString: url,
      directory: migrationsDirectory,
      schema,
    }),
  );
  if (!sql.trim()) {
    step("The migrations already lead to prisma/schema.prisma");
    return;
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join(migrationsDirectory, `${stamp}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, "migration.sql"), sql);
  step(`Wrote ${relative(root, folder)}/migration.sql; read it, then: npm run migrate`);
});
