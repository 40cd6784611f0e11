import pg from "pg";
import { withDatabase } from "#scripts/setup/database.ts";
import { migrate } from "#scripts/setup/migrate.ts";
import { main, SetupError, step } from "#scripts/setup/progress.ts";
import { ContentError, loadContent } from "#seed/load-content.ts";

/*
 * npm run content:load [-- directory]
 * Brings the database to what the content files say, and tells what it did.
 */

async function load(url: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: url, max: 1, connectionTimeoutMillis: 5000 });
  pool.on("error", () => undefined);
  const directory = process.argv[2];
  try {
    const report = await loadContent(pool, {
      onProgress: step,
      ...(directory === undefined ? {} : { directory }),
    });
    step(
      `Content: ${report.added} added, ${report.newVersions} new versions, ` +
        `${report.unchanged} unchanged, ${report.retired} retired`,
    );
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    throw new SetupError(
      error.message,
      "Mend the files, try npm run content:check, then load again.",
      { cause: error },
    );
  } finally {
    await pool.end();
  }
}

await main(async () => {
  await withDatabase("content-load", async (database) => {
    await migrate(database.url);
    await load(database.url);
  });
  return 0;
});
