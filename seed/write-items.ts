import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { type Change, changeBetween } from "#lib/content/change.ts";
import { type ContentPayload, contentPayloadSchema } from "#lib/content/schema.ts";
import type { PlannedItem, StoredItem } from "#seed/plan-load.ts";
import type { PublicBank } from "#seed/public-bank.ts";

const authorName = "Whetstone";
/** Versions per statement: a payload is some 15 kB. */
const versionsAtOnce = 200;

export async function listStoredItems(
  client: pg.ClientBase,
  { orgId, bankId }: PublicBank,
): Promise<StoredItem[]> {
  const { rows } = await client.query<StoredItem>(
    `SELECT i.id, i.external_id AS "externalId", i.kind, i.status = 'retired' AS retired,
            coalesce(v.number, 0) AS version, coalesce(v.content_hash, '') AS "contentHash"
       FROM content_items i LEFT JOIN content_versions v ON v.id = i.current_version_id
      WHERE i.org_id = $1 AND i.bank_id = $2`,
    [orgId, bankId],
  );
  return rows;
}

/** A slug that no file can have, so that the slug of a retired item is free for another. */
const retiredSlug = "'~' || external_id";

export async function retireItems(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await client.query(
    `UPDATE content_items SET status = 'retired', slug = ${retiredSlug}, updated_at = now() WHERE id = ANY($1)`,
    [ids],
  );
  await client.query("DELETE FROM search_parts WHERE item_id = ANY($1)", [ids]);
}

/** Ids of the rows that items belong to, by slug. */
export interface GroupIds {
  topics: ReadonlyMap<string, string>;
  tracks: ReadonlyMap<string, string>;
}

/** The published number of a question, or the place of a lesson in its track. */
function numberOf(payload: ContentPayload): number | null {
  switch (payload.kind) {
    case "question":
      return payload.number;
    case "lesson":
      return payload.position;
    default:
      return null;
  }
}

/** Writes the rows of items that were added or changed, without their versions. */
async function upsertItems(
  client: pg.ClientBase,
  { orgId, bankId }: PublicBank,
  groups: GroupIds,
  items: readonly PlannedItem[],
): Promise<void> {
  const rows = items.map(({ id, payload }) => ({
    id,
    topic_id: groups.topics.get(payload.topic),
    track_id: payload.kind === "lesson" ? groups.tracks.get(payload.track) : null,
    kind: payload.kind,
    external_id: payload.id,
    slug: payload.slug,
    number: numberOf(payload),
    level: payload.level,
    title: payload.title,
    tags: payload.tags,
  }));
  // Two items may swap their slugs, which a unique index refuses row by row.
  await client.query(`UPDATE content_items SET slug = ${retiredSlug} WHERE id = ANY($1)`, [
    items.map(({ id }) => id),
  ]);
  await client.query(
    `INSERT INTO content_items
            (id, org_id, bank_id, topic_id, track_id, kind, external_id, slug, number, level, title, tags, status)
     SELECT id, $1, $2, topic_id, track_id, kind, external_id, slug, number, level, title, tags, 'published'
       FROM jsonb_to_recordset($3) AS i(id uuid, topic_id uuid, track_id uuid, kind content_kind, external_id text, slug text,
                                        number int, level text, title text, tags text[])
     ON CONFLICT (org_id, bank_id, external_id) DO UPDATE
        SET topic_id = excluded.topic_id, track_id = excluded.track_id, slug = excluded.slug, number = excluded.number, level = excluded.level,
            title = excluded.title, tags = excluded.tags, status = excluded.status, updated_at = now()`,
    [orgId, bankId, JSON.stringify(rows)],
  );
}

async function currentPayloads(
  client: pg.ClientBase,
  ids: readonly string[],
): Promise<Map<string, ContentPayload>> {
  const { rows } = await client.query<{ id: string; payload: unknown }>(
    `SELECT i.id, v.payload FROM content_items i JOIN content_versions v ON v.id = i.current_version_id
      WHERE i.id = ANY($1)`,
    [ids],
  );
  const parsed = rows.map(({ id, payload }) => ({
    id,
    payload: contentPayloadSchema.safeParse(payload),
  }));
  return new Map(
    parsed.flatMap(({ id, payload }) => (payload.success ? [[id, payload.data]] : [])),
  );
}

async function insertVersions(
  client: pg.ClientBase,
  orgId: string,
  items: readonly PlannedItem[],
): Promise<void> {
  const before = await currentPayloads(
    client,
    items.filter(({ newVersion }) => newVersion !== 1).map(({ id }) => id),
  );
  // The first version, and one after a version that an older schema made, count as material.
  const changeOf = ({ id, payload }: PlannedItem): Change => {
    const old = before.get(id);
    return old ? changeBetween(old, payload) : "material";
  };
  for (let start = 0; start < items.length; start += versionsAtOnce) {
    const rows = items.slice(start, start + versionsAtOnce).map((item) => ({
      id: uuidv7(),
      item_id: item.id,
      number: item.newVersion,
      payload: item.payload,
      content_hash: item.contentHash,
      change: changeOf(item),
    }));
    await client.query(
      `WITH version AS (
         INSERT INTO content_versions (id, org_id, item_id, number, payload, content_hash, change, author_name)
         SELECT id, $1, item_id, number, payload, content_hash, change, $2
           FROM jsonb_to_recordset($3) AS v(id uuid, item_id uuid, number int, payload jsonb, content_hash text,
                                            change version_change)
         RETURNING id, item_id)
       UPDATE content_items i SET current_version_id = version.id FROM version WHERE i.id = version.item_id`,
      [orgId, authorName, JSON.stringify(rows)],
    );
  }
}

/** Writes what was added or changed, each with its new version. */
export async function writeItems(
  client: pg.ClientBase,
  bank: PublicBank,
  groups: GroupIds,
  items: readonly PlannedItem[],
): Promise<void> {
  const touched = items.filter(({ fate }) => fate !== "unchanged");
  if (touched.length === 0) return;
  await upsertItems(client, bank, groups, touched);
  await insertVersions(
    client,
    bank.orgId,
    touched.filter(({ newVersion }) => newVersion !== null),
  );
}
