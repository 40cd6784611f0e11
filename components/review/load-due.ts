import { contextOf, fromWire, toSessionCard } from "#components/review/session-model.ts";
import { flushOutbox, listPending } from "#lib/offline/outbox.ts";
import { findKeptDue, keepDue } from "#lib/offline/store.ts";
import type { DueCard, DueResponse } from "#lib/reviews/due-schema.ts";
import type { SchedulerSettings } from "#lib/scheduler/parameters.ts";
import { reduceSession, startSession } from "#lib/scheduler/session-queue.ts";

export interface Loaded {
  outcome: "loaded";
  cards: DueCard[];
  settings: SchedulerSettings;
  dueTomorrow: number;
  /** The server could not be reached: this is what it said last time. */
  fromCache: boolean;
}

export type LoadResult = Loaded | { outcome: "unreachable" | "signed-out" | "missing" };

/** How long to wait for undelivered reviews to arrive before asking what is due. */
const flushPatienceMs = 2000;

/**
 * Applies what the server does not know yet to what it said is due, and drops the cards that are
 * done for today by that.
 */
async function withPending({ cards, settings, userId }: DueResponse): Promise<DueCard[]> {
  const pending = await listPending(userId);
  if (pending.length === 0) return cards;
  const undone = new Set(pending.flatMap(({ targetId }) => targetId ?? []));
  const context = contextOf(settings);
  let session = startSession(cards.map(toSessionCard), Date.now(), context);
  const touched = new Set<string>();
  for (const wire of pending) {
    const event = undone.has(wire.id) ? null : fromWire(wire, settings);
    if (!event) continue;
    touched.add(event.cardId);
    session = reduceSession(session, { type: "record", event }, context);
  }
  return cards.flatMap((card) => {
    const state = session.cards.get(card.id)?.state ?? card.state;
    if (!touched.has(card.id)) return [card];
    const isLearning = state?.phase === "learning" || state?.phase === "relearning";
    return isLearning && !state.suspended ? [{ ...card, state }] : [];
  });
}

/** What to practise as a whole instead of what is due. */
export interface ReviewScope {
  /** Stable id of an item or of a study path. */
  item?: string | undefined;
  /** Of the path. */
  week?: number | undefined;
  /** Slug of a topic. */
  topic?: string | undefined;
}

/** Practised as a whole, so never refilled and never kept as what is due. */
export function isScoped({ item, topic }: ReviewScope): boolean {
  return item !== undefined || topic !== undefined;
}

function queryOf({ item, week, topic }: ReviewScope): string {
  if (topic !== undefined) return `?${new URLSearchParams({ topic, limit: "100" })}`;
  if (item === undefined) return "";
  const query = new URLSearchParams({ item, limit: "100" });
  if (week !== undefined) query.set("week", String(week));
  return `?${query}`;
}

async function fetchDue(
  scope: ReviewScope,
): Promise<DueResponse | "signed-out" | "missing" | "unreachable"> {
  try {
    const response = await fetch(`/api/cards/due${queryOf(scope)}`, {
      headers: { Accept: "application/json" },
    });
    if (response.status === 401) return "signed-out";
    if (response.status === 404) return "missing";
    if (!response.ok) return "unreachable";
    return (await response.json()) as DueResponse;
  } catch {
    return "unreachable";
  }
}

/** What to study now: from the server, or from what it said last when it cannot be reached. */
export async function loadDue(userId: string, scope: ReviewScope): Promise<LoadResult> {
  await Promise.race([
    flushOutbox(),
    new Promise((resolve) => setTimeout(resolve, flushPatienceMs)),
  ]);
  const answer = await fetchDue(scope);
  if (answer === "unreachable" && !isScoped(scope)) {
    const kept = await findKeptDue(userId);
    if (kept)
      return {
        outcome: "loaded",
        cards: await withPending(kept),
        settings: kept.settings,
        dueTomorrow: kept.dueTomorrow,
        fromCache: true,
      };
  }
  if (typeof answer === "string") return { outcome: answer };
  if (!isScoped(scope)) void keepDue(answer, Date.now());
  return {
    outcome: "loaded",
    cards: await withPending(answer),
    settings: answer.settings,
    dueTomorrow: answer.dueTomorrow,
    fromCache: false,
  };
}
