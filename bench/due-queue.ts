import type pg from "pg";
import { median, rounded } from "#bench/measure.ts";
import type { Population } from "#bench/population.ts";
import { listDueCards } from "#lib/reviews/due-cards.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";

const samples = 150;

/**
 * Fills the log with reviews of many people, 500 each, and with the states these lead to. Checks of
 * foreign keys are left out while filling: the rows are right by construction.
 */
async function fillEvents(pool: pg.Pool, upTo: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SET statement_timeout = 0; SET session_replication_role = replica");
    const { rows } = await client.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM review_events",
    );
    const missing = Math.max(0, upTo - (rows[0]?.n ?? 0));
    const day = studyDay(new Date(), "UTC", 4);
    await client.query(`
      WITH c AS (SELECT array_agg(id ORDER BY position) AS ids, count(*)::int AS n FROM cards),
           g AS (SELECT i, md5('user ' || i / 500)::uuid AS user_id FROM generate_series(1, ${missing}) i)
      INSERT INTO review_events (user_id, id, card_id, kind, grade, reviewed_at, received_at, day, desired_retention,
                                 duration_ms, phase_before, predicted, due_day_after, digest)
      SELECT user_id, md5('event ' || i || ' ${upTo}')::uuid, c.ids[1 + i % c.n], 'review', 1 + i % 4,
             now() - (i % 400) * interval '1 day', now(), ${day} - i % 400, 0.9, 5000, 'review', 0.9, ${day} + i % 90, '\\x00'
        FROM g, c`);
    await client.query(`
      INSERT INTO card_states (user_id, card_id, phase, step, stability, difficulty, due_day, interval_days, reps, lapses,
                               last_reviewed_at, last_day, suspended, marked, leech, folded_at, folded_id)
      SELECT DISTINCT ON (user_id, card_id) user_id, card_id, 'review'::card_phase, 0, 20, 5, due_day_after, 20, 3, 0,
             reviewed_at, day, false, false, false, reviewed_at, id
        FROM review_events ORDER BY user_id, card_id, reviewed_at DESC
      ON CONFLICT DO NOTHING`);
  } finally {
    client.release(true);
  }
  await pool.query("VACUUM ANALYZE");
}

async function medianMs(actor: {
  userId: string;
  sessionId: string;
  isGuest: boolean;
}): Promise<number> {
  const times: number[] = [];
  for (let sample = 0; sample < samples + 20; sample += 1) {
    const started = performance.now();
    await listDueCards(actor, { limit: 40 }, new Date());
    if (sample >= 20) times.push(performance.now() - started);
  }
  return median(times);
}

/** How the due queue of one person grows with the log of everybody. */
export async function benchDueQueue({ users }: Population, pool: pg.Pool) {
  const userId = users[0]?.userId ?? "";
  const actor = { userId, sessionId: userId, isGuest: true };
  const mine = async (events: number) => {
    // The person's own history stays the same: 200 reviews, 100 of them due.
    await pool.query("DELETE FROM card_states WHERE user_id = $1", [userId]);
    await pool.query("DELETE FROM review_events WHERE user_id = $1", [userId]);
    const day = studyDay(new Date(), "UTC", 4);
    await pool.query(
      `
      INSERT INTO review_events (user_id, id, card_id, kind, grade, reviewed_at, received_at, day, desired_retention,
                                 duration_ms, phase_before, predicted, due_day_after, digest)
      SELECT $1, gen_random_uuid(), id, 'review', 3, now() - interval '9 days', now(), ${day} - 9, 0.9, 5000, 'review', 0.9,
             ${day} - 5 + position % 10, '\\x00'
        FROM (SELECT id, row_number() OVER (ORDER BY position)::int AS position FROM cards LIMIT 200) c`,
      [userId],
    );
    await fillEvents(pool, events);
    return medianMs(actor);
  };
  await pool.query("TRUNCATE review_events, card_states");
  await mine(1_000); // so that the first measurement does not pay for warming up
  const small = await mine(1_000);
  const large = await mine(1_000_000);
  return {
    growthRatio: rounded(large / small),
    raw: { medianMsAt1000: rounded(small), medianMsAt1000000: rounded(large) },
  };
}
