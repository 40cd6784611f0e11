import { withDatabase } from "#scripts/setup/database.ts";
import { migrate } from "#scripts/setup/migrate.ts";
import { main, step } from "#scripts/setup/progress.ts";

await main(async () => {
  await withDatabase("migrate", (database) => migrate(database.url));
  step("The database has the schema of this version");
});
