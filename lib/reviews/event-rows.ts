import type { Queryable } from "#lib/db.ts";
import type { DerivedOfEvent } from "#lib/reviews/fold-history.ts";
import type { EventInput } from "#lib/reviews/schema.ts";
import type { CardEvent, Grade } from "#lib/scheduler/events.ts";

/** What the server adds to an event when it accepts it. */
export interface AcceptedEvent {
  input: EventInput;
  digest: Buffer;
  /** As the scheduler sees it, with its time clamped. */
  event: CardEvent;
  day: number;
  desiredRetention: number;
}

interface StoredEventRow {
  id: string;
  card_id: string;
  kind: CardEvent["kind"];
  grade: number | null;
  reviewed_at: Date;
  day: number;
  desired_retention: number;
  duration_ms: number | null;
  target_id: string | null;
}

function toCardEvent(row: StoredEventRow): CardEvent {
  const base = { id: row.id, cardId: row.card_id, reviewedAt: row.reviewed_at.getTime() };
  switch (row.kind) {
    case "review":
      return {
        ...base,
        kind: "review",
        grade: row.grade as Grade,
        day: row.day,
        desiredRetention: row.desired_retention,
        durationMs: row.duration_ms ?? 0,
      };
    case "undo":
      return { ...base, kind: "undo", targetId: row.target_id ?? "" };
    case "bury":
      return { ...base, kind: "bury", day: row.day };
    default:
      return { ...base, kind: row.kind };
  }
}

/** Every event of some of a user's cards, by card. */
export async function listEventsByCard(
  db: Queryable,
  userId: string,
  cardIds: readonly string[],
): Promise<Map<string, CardEvent[]>> {
  const { rows } = await db.query<StoredEventRow>({
    name: "list-events-by-card",
    text: `SELECT id, card_id, kind, grade, reviewed_at, day, desired_retention, duration_ms, target_id
             FROM review_events WHERE user_id = $1 AND card_id = ANY($2::uuid[])`,
    values: [userId, cardIds],
  });
  const byCard = new Map<string, CardEvent[]>();
  for (const row of rows) {
    const events = byCard.get(row.card_id);
    if (events) events.push(toCardEvent(row));
    else byCard.set(row.card_id, [toCardEvent(row)]);
  }
  return byCard;
}

/** An accepted event as the JSON that `json_populate_recordset(NULL::review_events, …)` reads. */
export function toEventJson(
  userId: string,
  { input, digest, event, day, desiredRetention }: AcceptedEvent,
  derived: DerivedOfEvent,
  receivedAt: Date,
) {
  const review = input.kind === "review" ? input : null;
  return {
    user_id: userId,
    id: event.id,
    card_id: event.cardId,
    kind: event.kind,
    grade: review?.grade ?? null,
    reviewed_at: new Date(event.reviewedAt).toISOString(),
    received_at: receivedAt.toISOString(),
    day,
    desired_retention: desiredRetention,
    duration_ms: review?.durationMs ?? null,
    phase_before: derived.phaseBefore,
    predicted: derived.predicted,
    due_day_after: derived.dueDayAfter,
    version_id: review?.versionId ?? null,
    ticks: review?.ticks ?? null,
    hints_used: review?.hintsUsed ?? 0,
    session_id: input.sessionId,
    target_id: input.kind === "undo" ? input.targetId : null,
    undone_by_id: derived.undoneById,
    digest: `\\x${digest.toString("hex")}`,
  };
}

export type EventJson = ReturnType<typeof toEventJson>;
