import { applyMigrations, MigrationError } from "#lib/migrations/apply-migrations.ts";
import { migrationsDirectory } from "#scripts/setup/paths.ts";
import { SetupError, step } from "#scripts/setup/progress.ts";

/** Brings the database to the schema of this code. */
export async function migrate(url: string): Promise<void> {
  try {
    const applied = await applyMigrations({
      connectionString: url,
      directory: migrationsDirectory,
    });
    for (const name of applied) step(`Applied the migration ${name}`);
  } catch (error) {
    if (error instanceof MigrationError)
      throw new SetupError(error.message, error.mend, { cause: error });
    throw error;
  }
}
