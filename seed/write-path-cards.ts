import type pg from "pg";
import { pathCards } from "#lib/content/card-order.ts";
import type { PlannedItem } from "#seed/plan-load.ts";
import type { PublicBank } from "#seed/public-bank.ts";

/** Brings the order in which study paths introduce cards up to date. The cards must be written. */
export async function writePathCards(
  client: pg.ClientBase,
  { orgId, bankId }: PublicBank,
  items: readonly PlannedItem[],
): Promise<void> {
  const sourceById = new Map(items.map((item) => [item.payload.id, item]));
  const rows = items.flatMap(({ id, payload }) =>
    payload.kind === "path"
      ? pathCards(payload, sourceById).map(({ itemId, key, week, position }) => ({
          path_id: id,
          item_id: itemId,
          key,
          week,
          position,
        }))
      : [],
  );
  const wanted = `
    SELECT p.path_id, c.id AS card_id, p.week, p.position
      FROM jsonb_to_recordset($3) AS p(path_id uuid, item_id uuid, key text, week smallint, position int)
      JOIN cards c ON c.item_id = p.item_id AND c.key = p.key`;
  const parameters = [orgId, bankId, JSON.stringify(rows)];
  await client.query(
    `DELETE FROM path_cards old USING content_items path
      WHERE path.id = old.path_id AND path.org_id = $1 AND path.bank_id = $2
        AND NOT EXISTS (SELECT FROM (${wanted}) AS now
                         WHERE now.path_id = old.path_id AND now.card_id = old.card_id)`,
    parameters,
  );
  await client.query(
    `WITH now AS (${wanted})
     INSERT INTO path_cards AS old (path_id, card_id, week, position)
     SELECT now.path_id, now.card_id, now.week, now.position FROM now
       JOIN content_items path ON path.id = now.path_id AND path.org_id = $1 AND path.bank_id = $2
     ON CONFLICT (path_id, card_id) DO UPDATE SET week = excluded.week, position = excluded.position
      WHERE (old.week, old.position) IS DISTINCT FROM (excluded.week, excluded.position)`,
    parameters,
  );
}
