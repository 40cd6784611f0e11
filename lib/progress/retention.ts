import { pool } from "#lib/db.ts";
import { calibrate } from "#lib/progress/calibrate.ts";
import type { Calibration, WeekRetention } from "#lib/progress/schema.ts";
import { standingReviews } from "#lib/progress/study-days.ts";
import { wilsonShare } from "#lib/progress/wilson.ts";
import type { Actor } from "#lib/session.ts";

/*
 * What tests memory is the first answer to a card on a study day, when the card was in review: what
 * comes after it on that day, and the steps of learning, are practice. On the day of its last answer
 * a card's predicted recall is 1, on every later day it is less: so no event has to be compared with
 * the one before it.
 */
const memoryTests = `${standingReviews} AND e.phase_before = 'review' AND e.predicted < 1`;

// 1970-01-01 was a Thursday, three days after its Monday.
/**
 * True retention of every week that had a review, ascending. Hard is a pass.
 * @param topicSlug only cards of this topic.
 */
export async function listRetentionByWeek(
  actor: Actor,
  topicSlug: string | null = null,
): Promise<WeekRetention[]> {
  const { rows } = await pool().query<{
    monday: number;
    passed: number;
    count: number;
    desired: number;
    predicted: number;
  }>({
    name: "list-retention-by-week",
    text: `SELECT e.day - (e.day + 3) % 7 AS monday, count(*)::int AS count,
                  count(*) FILTER (WHERE e.grade >= 2)::int AS passed,
                  avg(e.desired_retention) AS desired, avg(e.predicted) AS predicted
             FROM review_events e
            WHERE ${memoryTests} AND ($2::text IS NULL OR e.card_id IN (
              SELECT c.id FROM cards c JOIN content_items i ON i.id = c.item_id
                JOIN topics t ON t.id = i.topic_id WHERE t.slug = $2))
            GROUP BY 1 ORDER BY 1`,
    values: [actor.userId, topicSlug],
  });
  return rows.map(({ monday, passed, count, desired, predicted }) => ({
    monday,
    desired,
    predicted,
    ...wilsonShare(passed, count),
  }));
}

/** Predictions against outcomes, over everything that the person reviewed. */
export async function readCalibration(actor: Actor): Promise<Calibration> {
  const { rows } = await pool().query<{ predicted: number; recalled: boolean }>({
    name: "read-calibration",
    text: `SELECT e.predicted, e.grade >= 2 AS recalled FROM review_events e WHERE ${memoryTests}`,
    values: [actor.userId],
  });
  return calibrate(rows);
}
