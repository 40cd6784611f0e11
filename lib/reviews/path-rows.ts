import { readableItemsSql } from "#lib/content/access.ts";
import type { Queryable } from "#lib/db.ts";
import {
  cardColumns,
  listNewRows,
  type MaybeStatefulRow,
  practisable,
  type QueueRow,
  toQueueRow,
} from "#lib/reviews/queue-rows.ts";
import { cardStateColumns } from "#lib/reviews/state-rows.ts";
import type { Actor } from "#lib/session.ts";

/** Ids of the paths that meet a condition and that the actor may read. */
const readablePaths = (actor: Actor, condition: string) => `
  (SELECT item.id FROM content_items item JOIN banks bank ON bank.id = item.bank_id
    WHERE item.kind = 'path' AND ${condition} AND ${readableItemsSql(actor)})`;

/** Cards of a path come before all others, whose positions begin at zero. */
const positionsBefore = 1_000_000;

/**
 * The next cards that were never answered: those of a study path in its order, then, as far as there is
 * room, the others in theirs.
 * @param pathId id of the path's row; one that may not be read any more holds nothing
 */
export async function listNewRowsOfPath(
  db: Queryable,
  actor: Actor,
  today: number,
  rungs: readonly string[],
  limit: number,
  pathId: string,
): Promise<QueueRow[]> {
  const { rows } = await db.query<MaybeStatefulRow & { path_position: number }>({
    name: "list-new-rows-of-path",
    text: `SELECT ${cardColumns}, ${cardStateColumns}, p.position AS path_position
             FROM path_cards p JOIN cards c ON c.id = p.card_id ${practisable(actor)}
             LEFT JOIN card_states s ON s.user_id = $1 AND s.card_id = c.id
            WHERE p.path_id IN ${readablePaths(actor, "item.id = $5")}
              AND c.retired_at IS NULL AND (c.kind <> 'question' OR c.key = ANY($3::text[]))
              AND (s.card_id IS NULL OR (s.phase = 'new' AND NOT s.suspended
                   AND (s.buried_until_day IS NULL OR s.buried_until_day <= $2)))
            ORDER BY p.position LIMIT $4`,
    values: [actor.userId, today, rungs, limit, pathId],
  });
  const ofPath = rows.map((row) => ({
    ...toQueueRow(row),
    position: row.path_position - positionsBefore,
  }));
  if (ofPath.length >= limit) return ofPath;
  const taken = new Set(ofPath.map(({ cardId }) => cardId));
  const others = await listNewRows(db, actor, today, rungs, limit);
  return [...ofPath, ...others.filter(({ cardId }) => !taken.has(cardId))].slice(0, limit);
}

/**
 * The cards of a study path, or of one of its weeks, in its order: what is new or due, then what would
 * come again on a later day. Only of the rungs that the person practises; without suspended ones.
 * @param externalId stable id of the path
 * @returns null when the actor may not read such a path, or it has no such week
 */
export async function findPathRows(
  db: Queryable,
  actor: Actor,
  { externalId, week }: { externalId: string; week: number | undefined },
  today: number,
  rungs: readonly string[],
): Promise<QueueRow[] | null> {
  const { rows } = await db.query<MaybeStatefulRow>({
    name: "find-path-rows",
    text: `SELECT ${cardColumns}, ${cardStateColumns}
             FROM path_cards p JOIN cards c ON c.id = p.card_id ${practisable(actor)}
             LEFT JOIN card_states s ON s.user_id = $1 AND s.card_id = c.id
            WHERE p.path_id IN ${readablePaths(actor, "item.external_id = $2")}
              AND ($3::int IS NULL OR p.week = $3)
              AND c.retired_at IS NULL AND (c.kind <> 'question' OR c.key = ANY($4::text[]))
              AND NOT coalesce(s.suspended, false)
            ORDER BY coalesce(s.phase = 'review' AND s.due_day > $5, false), p.position`,
    values: [actor.userId, externalId, week ?? null, rungs, today],
  });
  if (rows.length > 0) return rows.map(toQueueRow);
  const { rowCount } = await db.query({
    name: "is-week-of-path",
    text: `SELECT FROM path_cards p
            WHERE p.path_id IN ${readablePaths(actor, "item.external_id = $1")}
              AND ($2::int IS NULL OR p.week = $2) LIMIT 1`,
    values: [externalId, week ?? null],
  });
  return rowCount === 0 ? null : [];
}
