import pg from "pg";
import { step } from "#scripts/setup/progress.ts";

/** Loads the content files, and on the embedded database the demo account with its history. */
export async function fillDatabase(url: string, options: { demo: boolean }): Promise<void> {
  // They stand on the generated client, which is not there when this module is loaded for the first time.
  const { loadContent } = await import("#seed/load-content.ts");
  const pool = new pg.Pool({ connectionString: url, max: 4, connectionTimeoutMillis: 5000 });
  pool.on("error", () => undefined);
  try {
    const loaded = await loadContent(pool);
    const changes = loaded.added + loaded.newVersions + loaded.retired;
    if (changes > 0) {
      step(
        `Loaded content: ${loaded.added} new, ${loaded.newVersions} changed, ${loaded.retired} retired`,
      );
    }
    if (options.demo) {
      const { ensureDemo } = await import("#seed/demo.ts");
      await ensureDemo(pool);
    }
  } finally {
    const { closeDatabase } = await import("#lib/db.ts");
    await closeDatabase();
    await pool.end();
  }
}
