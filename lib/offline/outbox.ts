import { keepsOverReload, listEvents, putEvent, removeEvents } from "#lib/offline/store.ts";
import type { QueuedEvent, WireEvent } from "#lib/offline/wire.ts";
import type { EventResult } from "#lib/reviews/schema.ts";

/*
 * Reviews on their way to the server. Every event is written down here first and taken out once
 * the server has it, so that closing the tab, losing the network or a restart of the server loses
 * nothing; sending twice is harmless, since the server counts an id once.
 */

export type OutboxState =
  /** Everything is delivered. */
  | "idle"
  | "sending"
  /** No network, or the server does not answer: trying again by itself. */
  | "waiting"
  /** The session ended: the events wait for whoever they belong to. */
  | "signed-out";

export interface OutboxStatus {
  state: OutboxState;
  pending: number;
  /** Events that the server would not have; kept, not sent again. */
  refused: number;
  /** False where the browser forbids storage: the page must stay open until all is sent. */
  durable: boolean;
}

const batchSize = 100;
const retryDelaysMs = [1000, 2000, 5000, 15_000, 30_000];

let status: OutboxStatus = { state: "idle", pending: 0, refused: 0, durable: true };
let failures = 0;
let retryTimer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | undefined;
const listeners = new Set<() => void>();

export function outboxStatus(): OutboxStatus {
  return status;
}

export function subscribeOutbox(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function report(change: Partial<OutboxStatus>): void {
  status = { ...status, ...change };
  for (const listener of listeners) listener();
}

let countsStarted = 0;
let waitingIds: ReadonlySet<string> = new Set();
/** Events that are being written down: they wait from the moment they are given. */
const arriving = new Set<string>();

function countPending(): number {
  return new Set([...waitingIds, ...arriving]).size;
}

/** Counts anew. Of counts that overlap the one that began last is right, whichever ends last. */
async function countWaiting(): Promise<void> {
  countsStarted += 1;
  const turn = countsStarted;
  const items = await listEvents();
  const durable = await keepsOverReload();
  if (turn !== countsStarted) return;
  const waiting = items.filter((item) => item.refused === undefined);
  waitingIds = new Set(waiting.map(({ id }) => id));
  report({ pending: countPending(), refused: items.length - waiting.length, durable });
}

/**
 * Writes an event down and sends it as soon as that is possible. It counts as pending at once, so
 * that nobody is told "all sent" in between. Resolves once it is written.
 */
export async function addToOutbox(userId: string, event: WireEvent): Promise<void> {
  arriving.add(event.id);
  report({ pending: countPending() });
  await putEvent({ id: event.id, userId, addedAt: Date.now(), event });
  arriving.delete(event.id);
  await countWaiting();
  void flushOutbox();
}

/** What still waits for a user, oldest first; refused events left out. */
export async function listPending(userId: string): Promise<WireEvent[]> {
  const items = await listEvents();
  return items
    .filter((item) => item.userId === userId && item.refused === undefined)
    .map(({ event }) => event);
}

type Delivery = "delivered" | "retry" | "signed-out" | "not-theirs";

async function settle(
  items: readonly QueuedEvent[],
  results: readonly EventResult[],
): Promise<void> {
  const done: string[] = [];
  for (const [index, item] of items.entries()) {
    const result = results[index];
    if (result?.status === "applied" || result?.status === "duplicate") done.push(item.id);
    else await putEvent({ ...item, refused: result?.reason ?? "the server gave no reason" });
  }
  await removeEvents(done);
}

async function deliver(userId: string, items: readonly QueuedEvent[]): Promise<Delivery> {
  const response = await fetch("/api/reviews", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ userId, events: items.map(({ event }) => event) }),
    keepalive: items.length <= 20,
  });
  if (response.status === 401) return "signed-out";
  const body = (await response.json().catch(() => null)) as { results?: EventResult[] } | null;
  if (body?.results) {
    await settle(items, body.results);
    return "delivered";
  }
  if (response.status === 409) return "not-theirs";
  return "retry";
}

async function sendAll(): Promise<Delivery> {
  const elsewhere = new Set<string>();
  for (;;) {
    const waiting = (await listEvents()).filter(
      (item) => item.refused === undefined && !elsewhere.has(item.userId),
    );
    const [first] = waiting;
    if (!first) return elsewhere.size > 0 ? "signed-out" : "delivered";
    const batch = waiting.filter(({ userId }) => userId === first.userId).slice(0, batchSize);
    const outcome = await deliver(first.userId, batch);
    if (outcome === "not-theirs") elsewhere.add(first.userId);
    else if (outcome !== "delivered") return outcome;
    await countWaiting();
  }
}

/** One tab sends at a time, where the browser can arrange that; else the server sorts it out. */
function alone(work: () => Promise<void>): Promise<void> {
  return "locks" in navigator ? navigator.locks.request("whetstone-outbox", work) : work();
}

function retryLater(): void {
  const delay = retryDelaysMs[Math.min(failures, retryDelaysMs.length - 1)] ?? 30_000;
  failures += 1;
  clearTimeout(retryTimer);
  retryTimer = setTimeout(() => void flushOutbox(), delay);
  report({ state: "waiting" });
}

async function flushOnce(): Promise<void> {
  report({ state: "sending" });
  const outcome = await sendAll().catch((): Delivery => "retry");
  await countWaiting();
  if (outcome === "retry" || outcome === "not-theirs") {
    retryLater();
    return;
  }
  failures = 0;
  report({ state: outcome === "signed-out" ? "signed-out" : "idle" });
}

/**
 * Sends everything that waits. Safe to call at any time and any number of times; an event added
 * while sending goes with the same run or the next.
 */
export function flushOutbox(): Promise<void> {
  if (running) {
    // Something may have been added after the run looked: look once more when it ends.
    return running.then(() =>
      status.pending > 0 && status.state === "idle" ? flushOutbox() : undefined,
    );
  }
  clearTimeout(retryTimer);
  running = alone(flushOnce).finally(() => {
    running = undefined;
  });
  return running;
}

let watching = false;

/** Sends again when the network or the person comes back. Once per page. */
export function watchOutbox(): void {
  if (watching) return;
  watching = true;
  addEventListener("online", () => void flushOutbox());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void flushOutbox();
  });
  void countWaiting().then(() => {
    if (status.pending > 0) void flushOutbox();
  });
}
