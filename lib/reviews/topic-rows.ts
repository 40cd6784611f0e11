import type { Queryable } from "#lib/db.ts";
import {
  cardColumns,
  type MaybeStatefulRow,
  practisable,
  type QueueRow,
  toQueueRow,
} from "#lib/reviews/queue-rows.ts";
import { cardStateColumns } from "#lib/reviews/state-rows.ts";
import type { Actor } from "#lib/session.ts";

/**
 * The cards of a topic that may be asked today: due, or never answered; only of the rungs that the person
 * practises.
 * @returns null when the actor can practise nothing there at all
 */
export async function findTopicRows(
  db: Queryable,
  actor: Actor,
  topicSlug: string,
  today: number,
  rungs: readonly string[],
): Promise<QueueRow[] | null> {
  const { rows } = await db.query<MaybeStatefulRow & { askable: boolean }>({
    name: "find-topic-rows",
    text: `SELECT ${cardColumns}, ${cardStateColumns},
                  (c.kind <> 'question' OR c.key = ANY($4::text[])) AND s.suspended IS NOT TRUE
                    AND (s.buried_until_day IS NULL OR s.buried_until_day <= $3)
                    AND (s.card_id IS NULL OR s.phase = 'new' OR s.due_day <= $3) AS askable
             FROM cards c ${practisable(actor)}
             JOIN topics topic ON topic.id = item.topic_id AND topic.slug = $2
             LEFT JOIN card_states s ON s.user_id = $1 AND s.card_id = c.id
            WHERE c.retired_at IS NULL
            ORDER BY c.position, c.id`,
    values: [actor.userId, topicSlug, today, rungs],
  });
  return rows.length === 0 ? null : rows.filter(({ askable }) => askable).map(toQueueRow);
}
