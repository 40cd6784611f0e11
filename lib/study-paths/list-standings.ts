import { readableItemsSql } from "#lib/content/access.ts";
import { pool } from "#lib/db.ts";
import type { StudyMoment } from "#lib/progress/study-moment.ts";
import { type CardStateRow, cardStateColumns, toCardState } from "#lib/reviews/state-rows.ts";
import { retrievability } from "#lib/scheduler/retrievability.ts";
import type { Actor } from "#lib/session.ts";
import type { Standing } from "#lib/study-paths/dto.ts";
import { emptyStanding } from "#lib/study-paths/standing.ts";

type Columns = { [Column in keyof CardStateRow]: CardStateRow[Column] | null };

function hasState(row: Columns): row is CardStateRow {
  return row.phase !== null;
}

/** Without what was never begun, which need not be fetched one by one. */
async function countCards(actor: Actor, itemIds: readonly string[], rungs: readonly string[]) {
  const { rows } = await pool().query<{ item_id: string; cards: number }>({
    name: "count-cards-of-items",
    text: `SELECT c.item_id, count(*)::int AS cards
             FROM cards c
             JOIN content_items item ON item.id = c.item_id
             JOIN banks bank ON bank.id = item.bank_id AND ${readableItemsSql(actor)}
             LEFT JOIN card_states s ON s.user_id = $1 AND s.card_id = c.id
            WHERE c.item_id = ANY($2::uuid[]) AND c.retired_at IS NULL
              AND (c.kind <> 'question' OR c.key = ANY($3::text[])) AND NOT coalesce(s.suspended, false)
            GROUP BY c.item_id`,
    values: [actor.userId, itemIds, rungs],
  });
  return rows;
}

async function listBegun(actor: Actor, itemIds: readonly string[], rungs: readonly string[]) {
  const { rows } = await pool().query<Columns & { item_id: string }>({
    name: "list-begun-of-items",
    text: `SELECT c.item_id, ${cardStateColumns}
             FROM card_states s
             JOIN cards c ON c.id = s.card_id
             JOIN content_items item ON item.id = c.item_id
             JOIN banks bank ON bank.id = item.bank_id AND ${readableItemsSql(actor)}
            WHERE s.user_id = $1 AND c.item_id = ANY($2::uuid[]) AND c.retired_at IS NULL
              AND (c.kind <> 'question' OR c.key = ANY($3::text[]))
              AND s.phase <> 'new' AND NOT s.suspended`,
    values: [actor.userId, itemIds, rungs],
  });
  return rows;
}

/** Sections of lessons, and how many of those that still exist were read. */
async function countSections(actor: Actor, itemIds: readonly string[]) {
  const { rows } = await pool().query<{ item_id: string; sections: number; read: number }>({
    name: "count-sections-of-items",
    text: `SELECT item.id AS item_id, count(*)::int AS sections, count(p.section)::int AS read
             FROM content_items item
             JOIN banks bank ON bank.id = item.bank_id AND ${readableItemsSql(actor)}
             JOIN content_versions v ON v.id = item.current_version_id
            CROSS JOIN LATERAL jsonb_array_elements(v.payload -> 'sections') AS own(section)
             LEFT JOIN lesson_progress p ON p.user_id = $1 AND p.item_id = item.id
                   AND p.section = own.section ->> 'id'
            WHERE item.id = ANY($2::uuid[]) AND item.kind = 'lesson' GROUP BY item.id`,
    values: [actor.userId, itemIds],
  });
  return rows;
}

/**
 * How far the actor is with each of some items.
 * @param itemIds ids of their rows
 * @returns by these ids; without those that have neither cards to practise nor sections to read
 */
export async function listStandings(
  actor: Actor,
  itemIds: readonly string[],
  { settings, rungs, today }: StudyMoment,
): Promise<Map<string, Standing>> {
  const [cards, begun, lessons] = await Promise.all([
    countCards(actor, itemIds, rungs),
    listBegun(actor, itemIds, rungs),
    countSections(actor, itemIds),
  ]);
  const standings = new Map<string, Standing>();
  for (const row of cards) standings.set(row.item_id, { ...emptyStanding, cards: row.cards });
  for (const row of lessons)
    standings.set(row.item_id, {
      ...emptyStanding,
      sections: row.sections,
      sectionsRead: row.read,
    });
  for (const row of begun) {
    const standing = standings.get(row.item_id);
    const recall = hasState(row) ? retrievability(toCardState(row), today, settings) : null;
    if (!standing || recall === null) continue;
    standing.begun += 1;
    standing.expected += recall;
  }
  return standings;
}
