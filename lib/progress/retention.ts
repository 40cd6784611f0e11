import { pool } from "#lib/db.ts";
import { calibrate } from "#lib/progress/calibrate.ts";
import type { Calibration, WeekRetention } from "#lib/progress/schema.ts";
import { standingReviews } from "#lib/progress/study-days.ts";
import { wilsonShare } from "#lib/progress/wilson.ts";
import type { Actor } from "#lib/session.ts";

/*
 * What tests memory is the first answer to a card on a study day, when the card was in review: what
 * comes after it on that day, and the steps of learning, are practice.
 */
const firstAnswers = `
  SELECT DISTINCT ON (e.card_id, e.day) e.day, e.grade, e.phase_before, e.predicted, e.desired_retention
    FROM review_events e
   WHERE ${standingReviews}
     AND ($2::text IS NULL OR e.card_id IN (
       SELECT c.id FROM cards c JOIN content_items i ON i.id = c.item_id JOIN topics t ON t.id = i.topic_id WHERE t.slug = $2))
   ORDER BY e.card_id, e.day, e.reviewed_at, e.id`;

// The week is that of `weekOf`.
/**
 * True retention of every week that had a review, ascending. Hard is a pass.
 * @param topicSlug only cards of this topic.
 */
export async function listRetentionByWeek(actor: Actor, topicSlug: string | null = null): Promise<WeekRetention[]> {
  const { rows } = await pool().query<{ week: number; passed: number; count: number; desired: number; predicted: number }>({
    name: "list-retention-by-week",
    text: `SELECT floor((day + 3) / 7.0)::int AS week, count(*)::int AS count,
                  count(*) FILTER (WHERE grade >= 2)::int AS passed,
                  avg(desired_retention) AS desired, avg(predicted) AS predicted
             FROM (${firstAnswers}) first WHERE phase_before = 'review' GROUP BY 1 ORDER BY 1`,
    values: [actor.userId, topicSlug],
  });
  return rows.map(({ week, passed, count, desired, predicted }) => ({ week, desired, predicted, ...wilsonShare(passed, count) }));
}

/** Predictions against outcomes, over everything that the person reviewed. */
export async function readCalibration(actor: Actor): Promise<Calibration> {
  const { rows } = await pool().query<{ predicted: number; recalled: boolean }>({
    name: "read-calibration",
    text: `SELECT predicted, grade >= 2 AS recalled FROM (${firstAnswers}) first
            WHERE phase_before = 'review' AND predicted IS NOT NULL`,
    values: [actor.userId, null],
  });
  return calibrate(rows);
}
