import { pool } from "#lib/db.ts";
import { readCardLabels } from "#lib/progress/card-labels.ts";
import type { MissedCard } from "#lib/progress/schema.ts";
import { standingReviews } from "#lib/progress/study-days.ts";
import type { Actor } from "#lib/session.ts";

interface MissedQuery {
  /** First study day to look at. */
  since: number;
  limit: number;
  topicSlug?: string;
}

/** Cards that were forgotten lately: in review, and answered Again. What was suspended since is left out. Most often missed first. */
export async function listMissed(
  actor: Actor,
  { since, limit, topicSlug }: MissedQuery,
): Promise<MissedCard[]> {
  const { rows } = await pool().query<{ card_id: string; times: number; last_at: Date }>({
    name: "list-missed",
    text: `SELECT e.card_id, count(*)::int AS times, max(e.reviewed_at) AS last_at
             FROM review_events e JOIN cards c ON c.id = e.card_id JOIN content_items i ON i.id = c.item_id
             JOIN topics t ON t.id = i.topic_id JOIN card_states s ON s.user_id = e.user_id AND s.card_id = e.card_id
            WHERE ${standingReviews} AND e.day >= $2 AND e.grade = 1 AND e.phase_before IN ('review', 'relearning')
              AND NOT s.suspended AND ($4::text IS NULL OR t.slug = $4)
            GROUP BY e.card_id ORDER BY times DESC, last_at DESC, e.card_id LIMIT $3`,
    values: [actor.userId, since, limit, topicSlug ?? null],
  });
  const labels = await readCardLabels(
    actor,
    rows.map(({ card_id }) => card_id),
  );
  return rows.flatMap(({ card_id, times, last_at }) => {
    const label = labels.get(card_id);
    return label ? [{ label, times, lastAt: last_at }] : [];
  });
}
