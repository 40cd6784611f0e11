import { pool } from "#lib/db.ts";

/** Whether the database answers. */
export async function isDatabaseUp(): Promise<boolean> {
  return pool()
    .query("SELECT 1")
    .then(
      () => true,
      () => false,
    );
}
