import { pool } from "#lib/db.ts";
import type { SessionSummary } from "#lib/progress/schema.ts";
import { countedDurationMs, standingReviews } from "#lib/progress/study-days.ts";
import type { Actor } from "#lib/session.ts";

interface SessionRow {
  session_id: string;
  started_at: Date;
  ended_at: Date;
  duration_ms: number;
  answers: number;
  cards: number;
  again: number;
  hard: number;
  good: number;
  easy: number;
}

const sessionsSql = `
  WITH latest AS (
    SELECT e.session_id AS id, max(e.reviewed_at) AS ended_at
      FROM review_events e
     WHERE ${standingReviews} AND e.session_id IS NOT NULL AND ($3::uuid IS NULL OR e.session_id = $3)
       AND e.day >= coalesce($4, e.day)
     GROUP BY e.session_id ORDER BY ended_at DESC, id LIMIT $2
  )
  SELECT e.session_id, min(e.reviewed_at - make_interval(secs => ${countedDurationMs} / 1000.0)) AS started_at,
         latest.ended_at, coalesce(sum(${countedDurationMs}), 0)::float8 AS duration_ms,
         count(*)::int AS answers, count(DISTINCT e.card_id)::int AS cards,
         count(*) FILTER (WHERE e.grade = 1)::int AS again, count(*) FILTER (WHERE e.grade = 2)::int AS hard,
         count(*) FILTER (WHERE e.grade = 3)::int AS good, count(*) FILTER (WHERE e.grade = 4)::int AS easy
    FROM latest JOIN review_events e ON e.session_id = latest.id
   WHERE ${standingReviews}
   GROUP BY e.session_id, latest.ended_at ORDER BY latest.ended_at DESC, e.session_id`;

interface SessionQuery {
  limit: number;
  /** Only this one. */
  sessionId?: string;
  /** Only those with an answer on this study day or later. */
  since?: number;
}

/** Sittings, latest first. One without an answer that holds is none. */
export async function listSessions(
  actor: Actor,
  { limit, sessionId, since }: SessionQuery,
): Promise<SessionSummary[]> {
  const { rows } = await pool().query<SessionRow>({
    name: "list-sessions",
    text: sessionsSql,
    values: [actor.userId, limit, sessionId ?? null, since ?? null],
  });
  return rows.map(
    ({
      session_id,
      started_at,
      ended_at,
      duration_ms,
      answers,
      cards,
      again,
      hard,
      good,
      easy,
    }) => ({
      sessionId: session_id,
      startedAt: started_at,
      endedAt: ended_at,
      durationMs: duration_ms,
      answers,
      cards,
      grades: { 1: again, 2: hard, 3: good, 4: easy },
    }),
  );
}
