import type pg from "pg";
import { searchPartsOf } from "#lib/search/search-parts.ts";
import type { PlannedItem } from "#seed/plan-load.ts";
import type { PublicBank } from "#seed/public-bank.ts";

const itemsAtOnce = 200;

async function itemsWithoutParts(
  client: pg.ClientBase,
  { orgId, bankId }: PublicBank,
): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT i.id FROM content_items i
      WHERE i.org_id = $1 AND i.bank_id = $2 AND i.status = 'published'
        AND NOT EXISTS (SELECT FROM search_parts p WHERE p.item_id = i.id)`,
    [orgId, bankId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Every word of what the public can read, with how often it occurs. */
async function rebuildWords(client: pg.ClientBase): Promise<void> {
  await client.query("DELETE FROM search_words");
  await client.query(
    `INSERT INTO search_words (word, frequency)
     SELECT word, count(*)
       FROM (SELECT regexp_split_to_table(lower(unaccent(p.heading || ' ' || p.body)), '[^[:alnum:]]+') AS word
               FROM search_parts p
               JOIN content_items i ON i.id = p.item_id
               JOIN banks b ON b.id = i.bank_id
              WHERE p.part = 0 AND i.status = 'published' AND b.visibility = 'public') AS words
      WHERE length(word) BETWEEN 3 AND 40 AND word ~ '[[:alpha:]]'
      GROUP BY word`,
  );
}

/**
 * Brings up to date what search looks through: the parts of items that were written, or that have none
 * (emptying `search_parts` is how to have all of them made anew), and the words for mending typing errors.
 */
export async function writeSearch(
  client: pg.ClientBase,
  bank: PublicBank,
  items: readonly PlannedItem[],
  options: { topicNames: ReadonlyMap<string, string>; someRetired: boolean },
): Promise<void> {
  const missing = await itemsWithoutParts(client, bank);
  const stale = items.filter(({ id, fate }) => fate !== "unchanged" || missing.has(id));
  for (let start = 0; start < stale.length; start += itemsAtOnce) {
    const batch = stale.slice(start, start + itemsAtOnce);
    const rows = batch.flatMap(({ id, payload }) =>
      searchPartsOf(payload, options.topicNames.get(payload.topic) ?? payload.topic).map(
        (part, index) => ({
          ...part,
          item_id: id,
          part: index,
        }),
      ),
    );
    await client.query("DELETE FROM search_parts WHERE item_id = ANY($1)", [
      batch.map(({ id }) => id),
    ]);
    await client.query(
      `INSERT INTO search_parts (item_id, part, org_id, heading, body, anchor)
       SELECT item_id, part, $1, heading, body, anchor
         FROM jsonb_to_recordset($2) AS p(item_id uuid, part int, heading text, body text, anchor text)`,
      [bank.orgId, JSON.stringify(rows)],
    );
  }
  if (stale.length > 0 || options.someRetired) await rebuildWords(client);
}
