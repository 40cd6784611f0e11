import { readableItemsSql } from "#lib/content/access.ts";
import type { Queryable } from "#lib/db.ts";
import { type CardStateRow, cardStateColumns, toCardState } from "#lib/reviews/state-rows.ts";
import type { QueueCard } from "#lib/scheduler/queue.ts";
import type { Actor } from "#lib/session.ts";

/** A card in the queue, before what it says is looked up. */
export interface QueueRow extends QueueCard {
  itemId: string;
  key: string;
}

interface CardRow {
  id: string;
  item_id: string;
  key: string;
  sibling_group: string;
  position: number;
}

type StatefulRow = CardRow & CardStateRow;
export type MaybeStatefulRow = CardRow & {
  [Column in keyof CardStateRow]: CardStateRow[Column] | null;
};

export const cardColumns = "c.id, c.item_id, c.key, c.sibling_group, c.position";

/** Joins the item of a card `c`, so that only cards which the actor may read, and so practise, remain. */
export const practisable = (actor: Actor) => `
  JOIN content_items item ON item.id = c.item_id
  JOIN banks bank ON bank.id = item.bank_id AND ${readableItemsSql(actor)}`;

function hasState(row: MaybeStatefulRow): row is MaybeStatefulRow & CardStateRow {
  return row.phase !== null;
}

export function toQueueRow(row: MaybeStatefulRow): QueueRow {
  return {
    cardId: row.id,
    itemId: row.item_id,
    key: row.key,
    siblingGroup: row.sibling_group,
    position: row.position,
    state: hasState(row) ? toCardState(row) : null,
  };
}

/** Cards in learning or review that are due by `today`; only of the rungs that the person practises. */
export async function listDueRows(
  db: Queryable,
  actor: Actor,
  today: number,
  rungs: readonly string[],
): Promise<QueueRow[]> {
  const { rows } = await db.query<StatefulRow>({
    name: "list-due-rows",
    text: `SELECT ${cardColumns}, ${cardStateColumns}
             FROM card_states s JOIN cards c ON c.id = s.card_id ${practisable(actor)}
            WHERE s.user_id = $1 AND s.due_day <= $2 AND NOT s.suspended
              AND (s.buried_until_day IS NULL OR s.buried_until_day <= $2)
              AND c.retired_at IS NULL AND (c.kind <> 'question' OR c.key = ANY($3::text[]))`,
    values: [actor.userId, today, rungs],
  });
  return rows.map(toQueueRow);
}

/** The next cards that were never answered, in the order of introduction. */
export async function listNewRows(
  db: Queryable,
  actor: Actor,
  today: number,
  rungs: readonly string[],
  limit: number,
): Promise<QueueRow[]> {
  const { rows } = await db.query<MaybeStatefulRow>({
    name: "list-new-rows",
    text: `SELECT ${cardColumns}, ${cardStateColumns}
             FROM cards c ${practisable(actor)}
             LEFT JOIN card_states s ON s.user_id = $1 AND s.card_id = c.id
            WHERE c.retired_at IS NULL AND (c.kind <> 'question' OR c.key = ANY($3::text[]))
              AND (s.card_id IS NULL OR (s.phase = 'new' AND NOT s.suspended
                   AND (s.buried_until_day IS NULL OR s.buried_until_day <= $2)))
            ORDER BY c.position, c.id LIMIT $4`,
    values: [actor.userId, today, rungs, limit],
  });
  return rows.map(toQueueRow);
}

/** All cards of one item, due or not, in order; suspended ones too, since they were asked for. */
export async function listItemRows(
  db: Queryable,
  actor: Actor,
  externalId: string,
): Promise<QueueRow[]> {
  const { rows } = await db.query<MaybeStatefulRow>({
    name: "list-item-rows",
    text: `SELECT ${cardColumns}, ${cardStateColumns}
             FROM cards c ${practisable(actor)}
             LEFT JOIN card_states s ON s.user_id = $1 AND s.card_id = c.id
            WHERE item.external_id = $2 AND c.retired_at IS NULL
            ORDER BY c.position, c.id`,
    values: [actor.userId, externalId],
  });
  return rows.map(toQueueRow);
}

/**
 * The cards that a lesson tells to take along, in the order of introduction: due or not, but only of the
 * rungs that the person practises, and none that they suspended.
 * @returns null when there is no such lesson, or it is not the actor's to read
 */
export async function findLessonRows(
  db: Queryable,
  actor: Actor,
  externalId: string,
  rungs: readonly string[],
): Promise<QueueRow[] | null> {
  const lessons = await db.query<{ bank_id: string; cards: string[] }>({
    name: "find-lesson-cards",
    text: `SELECT item.bank_id, version.payload->'cards' AS cards
             FROM content_items item
             JOIN banks bank ON bank.id = item.bank_id AND ${readableItemsSql(actor)}
             JOIN content_versions version ON version.id = item.current_version_id
            WHERE item.kind = 'lesson' AND item.external_id = $1
            ORDER BY bank.created_at LIMIT 1`,
    values: [externalId],
  });
  const [lesson] = lessons.rows;
  if (!lesson) return null;
  const { rows } = await db.query<MaybeStatefulRow>({
    name: "list-lesson-rows",
    text: `SELECT ${cardColumns}, ${cardStateColumns}
             FROM cards c ${practisable(actor)}
             LEFT JOIN card_states s ON s.user_id = $1 AND s.card_id = c.id
            WHERE item.bank_id = $2 AND item.external_id = ANY($3::text[]) AND c.retired_at IS NULL
              AND (c.kind <> 'question' OR c.key = ANY($4::text[])) AND s.suspended IS NOT TRUE
            ORDER BY c.position, c.id`,
    values: [actor.userId, lesson.bank_id, lesson.cards, rungs],
  });
  return rows.map(toQueueRow);
}

export interface DoneToday {
  newIntroducedToday: number;
  reviewsDoneToday: number;
  siblingGroupsSeenToday: Set<string>;
}

/** What the person already did on a study day, as far as limits and siblings go. */
export async function readDoneToday(
  db: Queryable,
  actor: Actor,
  today: number,
): Promise<DoneToday> {
  const { rows } = await db.query<{
    introduced: number;
    reviewed: number;
    groups: string[] | null;
  }>({
    name: "read-done-today",
    text: `SELECT count(DISTINCT e.card_id) FILTER (WHERE e.phase_before = 'new')::int AS introduced,
                  count(DISTINCT e.card_id) FILTER (WHERE e.phase_before = 'review')::int AS reviewed,
                  array_agg(DISTINCT c.sibling_group) AS groups
             FROM review_events e JOIN cards c ON c.id = e.card_id
            WHERE e.user_id = $1 AND e.day = $2 AND e.kind = 'review' AND e.undone_by_id IS NULL`,
    values: [actor.userId, today],
  });
  const row = rows[0];
  return {
    newIntroducedToday: row?.introduced ?? 0,
    reviewsDoneToday: row?.reviewed ?? 0,
    siblingGroupsSeenToday: new Set(row?.groups ?? []),
  };
}

/** How many of the person's cards fall due on one study day. */
export async function countDueOn(db: Queryable, actor: Actor, day: number): Promise<number> {
  const { rows } = await db.query<{ due: number }>({
    name: "count-due-on",
    text: `SELECT count(*)::int AS due FROM card_states
            WHERE user_id = $1 AND due_day = $2 AND NOT suspended AND phase = 'review'`,
    values: [actor.userId, day],
  });
  return rows[0]?.due ?? 0;
}
