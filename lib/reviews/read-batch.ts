import { recordableItemsSql } from "#lib/content/access.ts";
import type { Queryable } from "#lib/db.ts";
import { type CardStateRow, cardStateColumns, toCardState } from "#lib/reviews/state-rows.ts";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import { defaultSettings, type SchedulingParameters } from "#lib/scheduler/parameters.ts";
import { type Actor, type ClaimedActor, signedOut } from "#lib/session.ts";

export interface BatchSettings extends SchedulingParameters {
  timeZone: string;
  dayStartsAtHour: number;
  desiredRetention: number;
}

/** What the database knows about one event of a batch and about its card. */
export interface KnownOfEvent {
  /** The actor may practise the card. */
  cardIsReadable: boolean;
  /** Digest of the event that is already stored under this id. */
  storedDigest: Buffer | null;
  /** An undo of this event came before it. */
  undoneById: string | null;
  state: CardState;
  folded: { at: number; id: string } | null;
}

export interface BatchContext {
  /** Of the user's study clock; the write only counts if it still stands there. */
  revision: string;
  settings: BatchSettings;
  /** In the order of the events asked about. */
  events: KnownOfEvent[];
}

interface BatchRow extends CardStateRow {
  revision: string;
  time_zone: string;
  day_starts_at_hour: number;
  desired_retention: number;
  weights: number[] | null;
  card_is_readable: boolean;
  stored_digest: Buffer | null;
  undone_by_id: string | null;
  folded_at: Date | null;
  folded_id: string | null;
}

// A card that was practised before stays practisable for its owner's late events, even when it has
// been retired or its bank closed since.
const readBatchSql = (actor: Actor | ClaimedActor, sessionJoin: string) => `
  SELECT k.revision, st.time_zone, st.day_starts_at_hour, st.desired_retention, st.weights,
         coalesce(${recordableItemsSql(actor)}, false) OR s.card_id IS NOT NULL AS card_is_readable,
         e.digest AS stored_digest, u.id AS undone_by_id,
         s.folded_at, s.folded_id, ${cardStateColumns}
    FROM unnest($2::uuid[], $3::uuid[]) WITH ORDINALITY AS i (event_id, card_id, n)
    JOIN study_clocks k ON k.user_id = $1
    JOIN study_settings st ON st.user_id = $1 ${sessionJoin}
    LEFT JOIN cards c ON c.id = i.card_id
    LEFT JOIN content_items item ON item.id = c.item_id
    LEFT JOIN banks bank ON bank.id = item.bank_id
    LEFT JOIN card_states s ON s.user_id = $1 AND s.card_id = i.card_id
    LEFT JOIN review_events e ON e.user_id = $1 AND e.id = i.event_id
    LEFT JOIN LATERAL (
      SELECT x.id FROM review_events x
       WHERE x.user_id = $1 AND x.card_id = i.card_id AND x.target_id = i.event_id LIMIT 1
    ) u ON true
   ORDER BY i.n`;

/** What a claimed actor's cookie says has to hold still. */
const sessionStands = `
    JOIN users us ON us.id = $1 AND us.session_version = $5
    JOIN user_sessions se ON se.user_id = $1 AND se.id = $4 AND se.expires_at > now()`;

function readBatchQuery(
  actor: Actor | ClaimedActor,
  events: readonly { id: string; cardId: string }[],
) {
  const values = [actor.userId, events.map(({ id }) => id), events.map(({ cardId }) => cardId)];
  if (!("sessionVersion" in actor)) {
    return { name: "read-batch", text: readBatchSql(actor, ""), values };
  }
  return {
    name: "read-batch-claimed",
    text: readBatchSql(actor, sessionStands),
    values: [...values, actor.sessionId, actor.sessionVersion],
  };
}

/**
 * Everything that recording a batch has to know, in one statement.
 * @param events at least one.
 * @throws AppError UNAUTHENTICATED when the user is gone, or a claimed actor's session has ended.
 */
export async function readBatch(
  db: Queryable,
  actor: Actor | ClaimedActor,
  events: readonly { id: string; cardId: string }[],
): Promise<BatchContext> {
  const { rows } = await db.query<BatchRow>(readBatchQuery(actor, events));
  const [first] = rows;
  if (!first) throw signedOut();
  return {
    revision: first.revision,
    settings: {
      timeZone: first.time_zone,
      dayStartsAtHour: first.day_starts_at_hour,
      desiredRetention: first.desired_retention,
      weights: first.weights?.length ? first.weights : undefined,
      maximumIntervalDays: defaultSettings.maximumIntervalDays,
      fuzz: true,
    },
    events: rows.map((row) => ({
      cardIsReadable: row.card_is_readable,
      storedDigest: row.stored_digest,
      undoneById: row.undone_by_id,
      state: row.folded_id === null ? emptyCardState : toCardState(row),
      folded:
        row.folded_at && row.folded_id ? { at: row.folded_at.getTime(), id: row.folded_id } : null,
    })),
  };
}
