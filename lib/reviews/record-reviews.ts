import { inTransaction, type Queryable, withConnection } from "#lib/db.ts";
import { type AcceptedEvent, listEventsByCard, toEventJson } from "#lib/reviews/event-rows.ts";
import { type FoldedHistory, foldHistory } from "#lib/reviews/fold-history.ts";
import type { ParsedEvent, ReadableEvent } from "#lib/reviews/parse-event.ts";
import {
  type BatchContext,
  type BatchSettings,
  type KnownOfEvent,
  readBatch,
} from "#lib/reviews/read-batch.ts";
import type { EventResult } from "#lib/reviews/schema.ts";
import { toStateJson } from "#lib/reviews/state-rows.ts";
import { writeBatch } from "#lib/reviews/write-batch.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";
import type { Actor, ClaimedActor } from "#lib/session.ts";

/** A client clock may be this far ahead; what lies further in the future is set back to it. */
const allowedClockLeadMs = 5 * 60_000;

interface CardBatch {
  known: KnownOfEvent;
  accepted: AcceptedEvent[];
  needsAllEvents: boolean;
}

interface Sorted {
  results: EventResult[];
  batchByCard: Map<string, CardBatch>;
}

function accept(
  { event: input, digest }: ReadableEvent,
  settings: BatchSettings,
  receivedAt: Date,
): AcceptedEvent {
  const reviewedAt = Math.min(input.reviewedAt, receivedAt.getTime() + allowedClockLeadMs);
  const day = studyDay(reviewedAt, settings.timeZone, settings.dayStartsAtHour);
  const { desiredRetention } = settings;
  const base = { id: input.id, cardId: input.cardId, reviewedAt };
  const shared = { input, digest, day, desiredRetention };
  switch (input.kind) {
    case "review":
      return {
        ...shared,
        event: {
          ...base,
          kind: "review",
          grade: input.grade,
          durationMs: input.durationMs,
          day,
          desiredRetention,
        },
      };
    case "undo":
      return { ...shared, event: { ...base, kind: "undo", targetId: input.targetId } };
    case "bury":
      return { ...shared, event: { ...base, kind: "bury", day } };
    default:
      return { ...shared, event: { ...base, kind: input.kind } };
  }
}

/** Whether an event can be folded on top of the stored state, or the whole history is needed. */
function comesLast({ event }: AcceptedEvent, known: KnownOfEvent): boolean {
  if (event.kind === "undo" || known.undoneById !== null) return false;
  if (!known.folded) return true;
  const { at, id } = known.folded;
  return event.reviewedAt > at || (event.reviewedAt === at && event.id > id);
}

/** Decides for each event of a batch whether it is new, known, contradicts what is known, or not allowed. */
function sortBatch(
  readable: readonly ReadableEvent[],
  context: BatchContext,
  receivedAt: Date,
): Sorted {
  const digestById = new Map<string, Buffer>();
  const batchByCard = new Map<string, CardBatch>();
  const results = readable.map((item, index): EventResult => {
    const { id, cardId } = item.event;
    const known = context.events[index];
    if (!known?.cardIsReadable) {
      return {
        id,
        status: "rejected",
        reason: "cardId: there is no such card, or it is not yours to practise",
      };
    }
    const earlierDigest = known.storedDigest ?? digestById.get(id);
    if (earlierDigest && !earlierDigest.equals(item.digest)) {
      return {
        id,
        status: "conflict",
        reason: "id: another event was already recorded under this id",
      };
    }
    const batch = batchByCard.get(cardId) ?? { known, accepted: [], needsAllEvents: false };
    batchByCard.set(cardId, batch);
    if (earlierDigest) return { id, status: "duplicate" };
    digestById.set(id, item.digest);
    const accepted = accept(item, context.settings, receivedAt);
    batch.accepted.push(accepted);
    batch.needsAllEvents ||= !comesLast(accepted, known);
    return { id, status: "applied" };
  });
  return { results, batchByCard };
}

async function foldCards(
  db: Queryable,
  actor: Actor | ClaimedActor,
  batchByCard: ReadonlyMap<string, CardBatch>,
  settings: BatchSettings,
): Promise<Map<string, FoldedHistory>> {
  const cardIdsToRefold = [...batchByCard]
    .filter(([, batch]) => batch.needsAllEvents)
    .map(([cardId]) => cardId);
  const storedByCard = cardIdsToRefold.length
    ? await listEventsByCard(db, actor.userId, cardIdsToRefold)
    : new Map<string, never[]>();
  const foldedByCard = new Map<string, FoldedHistory>();
  for (const [cardId, { known, accepted, needsAllEvents }] of batchByCard) {
    if (accepted.length === 0) continue;
    const events = accepted.map(({ event }) => event);
    const start = known.folded ? { state: known.state, folded: known.folded } : undefined;
    foldedByCard.set(
      cardId,
      needsAllEvents
        ? foldHistory([...(storedByCard.get(cardId) ?? []), ...events], settings)
        : foldHistory(events, settings, start),
    );
  }
  return foldedByCard;
}

function prepareWrite(
  actor: Actor | ClaimedActor,
  sorted: Sorted,
  foldedByCard: ReadonlyMap<string, FoldedHistory>,
  receivedAt: Date,
) {
  const events = [...sorted.batchByCard].flatMap(([cardId, { accepted }]) =>
    accepted.flatMap((item) => {
      const derived = foldedByCard.get(cardId)?.derivedById.get(item.event.id);
      return derived ? [toEventJson(actor.userId, item, derived, receivedAt)] : [];
    }),
  );
  const ownIds = new Set(events.map(({ id }) => id));
  const states = [...foldedByCard].map(([cardId, { state, folded }]) =>
    toStateJson(actor.userId, cardId, state, folded),
  );
  const derivedAgain = [...foldedByCard].flatMap(([cardId, { derivedById }]) =>
    sorted.batchByCard.get(cardId)?.needsAllEvents
      ? [...derivedById]
          .filter(([id]) => !ownIds.has(id))
          .map(([id, derived]) => ({
            id,
            phase_before: derived.phaseBefore,
            predicted: derived.predicted,
            due_day_after: derived.dueDayAfter,
            undone_by_id: derived.undoneById,
          }))
      : [],
  );
  return { events, states, derivedAgain };
}

/** One try; null when another writer of the same user came between reading and writing. */
async function tryRecord(
  db: Queryable,
  actor: Actor | ClaimedActor,
  readable: readonly ReadableEvent[],
  receivedAt: Date,
): Promise<EventResult[] | null> {
  const context = await readBatch(
    db,
    actor,
    readable.map(({ event }) => event),
  );
  const sorted = sortBatch(readable, context, receivedAt);
  const foldedByCard = await foldCards(db, actor, sorted.batchByCard, context.settings);
  if (foldedByCard.size > 0) {
    const write = prepareWrite(actor, sorted, foldedByCard, receivedAt);
    if (!(await writeBatch(db, actor.userId, context.revision, write))) return null;
  }
  return sorted.results.map((result, index) => {
    const cardId = readable[index]?.event.cardId ?? "";
    if (result.status !== "applied" && result.status !== "duplicate") return result;
    const state = foldedByCard.get(cardId)?.state ?? context.events[index]?.state;
    return state ? { ...result, state } : result;
  });
}

/**
 * Records what happened to cards, each event exactly once, and brings the states of the cards up to
 * date. Usually one read and one write; whoever loses a race against another device of the same
 * user tries again holding a lock.
 * @returns one result per event, in the order given.
 * @throws AppError UNAUTHENTICATED when the user was deleted meanwhile.
 */
export async function recordReviews(
  actor: Actor | ClaimedActor,
  events: readonly ParsedEvent[],
  receivedAt: Date,
): Promise<EventResult[]> {
  const readable = events.filter((event) => event.readable);
  const recorded = readable.length === 0 ? [] : await recordReadable(actor, readable, receivedAt);
  let next = 0;
  return events.map((event): EventResult => {
    if (!event.readable) return { id: event.id, status: "rejected", reason: event.reason };
    const result = recorded[next++];
    if (!result) throw new Error("a result is missing");
    return result;
  });
}

async function recordReadable(
  actor: Actor | ClaimedActor,
  readable: readonly ReadableEvent[],
  receivedAt: Date,
): Promise<EventResult[]> {
  const atOnce = await withConnection((client) => tryRecord(client, actor, readable, receivedAt));
  if (atOnce) return atOnce;
  return inTransaction(async (client) => {
    await client.query({
      text: "SELECT FROM study_clocks WHERE user_id = $1 FOR UPDATE",
      values: [actor.userId],
    });
    const locked = await tryRecord(client, actor, readable, receivedAt);
    if (!locked) throw new Error("the study clock moved under its own lock");
    return locked;
  });
}
