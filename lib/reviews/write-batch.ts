import type { Queryable } from "#lib/db.ts";
import type { EventJson } from "#lib/reviews/event-rows.ts";
import type { toStateJson } from "#lib/reviews/state-rows.ts";

interface BatchWrite {
  events: EventJson[];
  states: ReturnType<typeof toStateJson>[];
  /** What a refold found about events that are stored already. */
  derivedAgain: {
    id: string;
    phase_before: string | null;
    predicted: number | null;
    due_day_after: number | null;
    undone_by_id: string | null;
  }[];
}

// One statement, so one transaction without a round trip for BEGIN and COMMIT. The study clock is
// the only row that two devices of a user contend for; the batch counts only if nobody moved it
// since the batch was read.
const writeBatchSql = `
  WITH clock AS (
    UPDATE study_clocks SET revision = revision + 1 WHERE user_id = $1 AND revision = $2 RETURNING 1
  ), new_events AS (
    INSERT INTO review_events
    SELECT e.* FROM clock, json_populate_recordset(NULL::review_events, $3::json) e
    ON CONFLICT (user_id, id) DO NOTHING
  ), derived_again AS (
    UPDATE review_events e
       SET phase_before = d.phase_before::card_phase, predicted = d.predicted,
           due_day_after = d.due_day_after, undone_by_id = d.undone_by_id
      FROM clock, json_to_recordset($5::json)
        AS d (id uuid, phase_before text, predicted float8, due_day_after int, undone_by_id uuid)
     WHERE e.user_id = $1 AND e.id = d.id
  ), new_states AS (
    INSERT INTO card_states
    SELECT s.* FROM clock, json_populate_recordset(NULL::card_states, $4::json) s
    ON CONFLICT (user_id, card_id) DO UPDATE SET
      phase = EXCLUDED.phase, step = EXCLUDED.step, stability = EXCLUDED.stability,
      difficulty = EXCLUDED.difficulty, due_at = EXCLUDED.due_at, due_day = EXCLUDED.due_day,
      interval_days = EXCLUDED.interval_days, reps = EXCLUDED.reps, lapses = EXCLUDED.lapses,
      last_reviewed_at = EXCLUDED.last_reviewed_at, last_day = EXCLUDED.last_day,
      suspended = EXCLUDED.suspended, buried_until_day = EXCLUDED.buried_until_day,
      marked = EXCLUDED.marked, leech = EXCLUDED.leech,
      folded_at = EXCLUDED.folded_at, folded_id = EXCLUDED.folded_id
  )
  SELECT 1 FROM clock`;

/** Writes a batch as a whole. @returns false, having written nothing, if the study clock had moved. */
export async function writeBatch(
  db: Queryable,
  userId: string,
  revision: string,
  { events, states, derivedAgain }: BatchWrite,
): Promise<boolean> {
  const { rowCount } = await db.query({
    name: "write-batch",
    text: writeBatchSql,
    values: [
      userId,
      revision,
      JSON.stringify(events),
      JSON.stringify(states),
      JSON.stringify(derivedAgain),
    ],
  });
  return rowCount === 1;
}
