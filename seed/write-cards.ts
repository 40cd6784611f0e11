import type pg from "pg";
import type { PositionedCard } from "#lib/content/card-order.ts";
import { planCards, type StoredCard } from "#seed/plan-load.ts";
import type { PublicBank } from "#seed/public-bank.ts";

const cardRecord =
  "c(id uuid, item_id uuid, kind card_kind, key text, sibling_group text, position int)";

function rowsOf(cards: readonly (PositionedCard & { id: string })[]): string {
  return JSON.stringify(
    cards.map((card) => ({
      id: card.id,
      item_id: card.itemId,
      kind: card.kind,
      key: card.key,
      sibling_group: card.siblingGroup,
      position: card.position,
    })),
  );
}

/** Makes the cards of the bank what `cards` says. A card is never deleted and never gets another id. */
export async function writeCards(
  client: pg.ClientBase,
  { orgId, bankId }: PublicBank,
  cards: readonly PositionedCard[],
): Promise<void> {
  const stored = await client.query<StoredCard>(
    `SELECT c.id, c.item_id AS "itemId", c.kind, c.key, c.sibling_group AS "siblingGroup", c.position,
            c.retired_at IS NOT NULL AS retired
       FROM cards c JOIN content_items i ON i.id = c.item_id
      WHERE i.org_id = $1 AND i.bank_id = $2`,
    [orgId, bankId],
  );
  const plan = planCards(cards, stored.rows);
  if (plan.inserts.length > 0) {
    await client.query(
      `INSERT INTO cards (id, org_id, item_id, kind, key, sibling_group, position)
       SELECT id, $1, item_id, kind, key, sibling_group, position FROM jsonb_to_recordset($2) AS ${cardRecord}`,
      [orgId, rowsOf(plan.inserts)],
    );
  }
  if (plan.updates.length > 0) {
    await client.query(
      `UPDATE cards SET sibling_group = c.sibling_group, position = c.position, retired_at = NULL
         FROM jsonb_to_recordset($1) AS ${cardRecord} WHERE cards.id = c.id`,
      [rowsOf(plan.updates)],
    );
  }
  if (plan.retired.length > 0) {
    await client.query("UPDATE cards SET retired_at = now() WHERE id = ANY($1)", [plan.retired]);
  }
}
