import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import type { TrackFile } from "#lib/content/lesson-schema.ts";
import type { TopicFile } from "#lib/content/schema.ts";

/** Where the public corpus belongs. */
export interface PublicBank {
  orgId: string;
  bankId: string;
}

const organization = { slug: "whetstone", name: "Whetstone" };
const bank = { slug: "public", name: "Whetstone question bank" };

/** The organization and its public bank, made when they are not there. */
export async function ensurePublicBank(client: pg.ClientBase): Promise<PublicBank> {
  await client.query(
    "INSERT INTO organizations (id, slug, name) VALUES ($1, $2, $3) ON CONFLICT (slug) DO NOTHING",
    [uuidv7(), organization.slug, organization.name],
  );
  await client.query(
    `INSERT INTO banks (id, org_id, slug, name, visibility)
     SELECT $1, id, $2, $3, 'public' FROM organizations WHERE slug = $4
     ON CONFLICT (org_id, slug) DO NOTHING`,
    [uuidv7(), bank.slug, bank.name, organization.slug],
  );
  const { rows } = await client.query<PublicBank>(
    `SELECT o.id AS "orgId", b.id AS "bankId" FROM organizations o JOIN banks b ON b.org_id = o.id
      WHERE o.slug = $1 AND b.slug = $2`,
    [organization.slug, bank.slug],
  );
  const [found] = rows;
  if (!found) throw new Error("The public bank could not be made.");
  return found;
}

/**
 * Brings topics, or tracks of lessons, up to date; one that has no file any more stays, empty, because
 * retired items need it.
 * @returns their ids by slug
 */
export async function upsertGroups(
  client: pg.ClientBase,
  { orgId, bankId }: PublicBank,
  table: "topics" | "lesson_tracks",
  groups: readonly (TopicFile | TrackFile)[],
): Promise<Map<string, string>> {
  const rows = groups.map((group) => ({ ...group, slug: group.id, id: uuidv7() }));
  await client.query(
    `INSERT INTO ${table} AS known (id, org_id, bank_id, slug, name, summary, position)
     SELECT id, $1, $2, slug, name, summary, position
       FROM jsonb_to_recordset($3) AS t(id uuid, slug text, name text, summary text, position int)
     ON CONFLICT (org_id, bank_id, slug) DO UPDATE
        SET name = excluded.name, summary = excluded.summary, position = excluded.position
      WHERE (known.name, known.summary, known.position)
            IS DISTINCT FROM (excluded.name, excluded.summary, excluded.position)`,
    [orgId, bankId, JSON.stringify(rows)],
  );
  const found = await client.query<{ id: string; slug: string }>(
    `SELECT id, slug FROM ${table} WHERE org_id = $1 AND bank_id = $2`,
    [orgId, bankId],
  );
  return new Map(found.rows.map(({ id, slug }) => [slug, id]));
}
