import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { QueuedEvent } from "#lib/offline/wire.ts";
import type { DueResponse } from "#lib/reviews/due-schema.ts";

interface Schema extends DBSchema {
  outbox: { key: string; value: QueuedEvent };
  /** What was due when it was last asked, by user, to go on without a network. */
  due: { key: string; value: { userId: string; response: DueResponse; fetchedAt: number } };
}

let database: Promise<IDBPDatabase<Schema> | null> | undefined;

// A browser that forbids storage (private windows of some) still practises: events then wait in
// this page's memory, and the page says that it must stay open.
const memoryOutbox = new Map<string, QueuedEvent>();

function open(): Promise<IDBPDatabase<Schema> | null> {
  database ??= openDB<Schema>("whetstone", 1, {
    upgrade(db) {
      db.createObjectStore("outbox", { keyPath: "id" });
      db.createObjectStore("due", { keyPath: "userId" });
    },
  }).catch(() => null);
  return database;
}

/** False while anything waits in memory alone. */
export async function keepsOverReload(): Promise<boolean> {
  return (await open()) !== null && memoryOutbox.size === 0;
}

/** Never fails: what the browser's storage refuses, because it is full or broken, waits in memory. */
export async function putEvent(item: QueuedEvent): Promise<void> {
  const db = await open();
  try {
    if (!db) throw new Error("this browser keeps nothing");
    await db.put("outbox", item);
    memoryOutbox.delete(item.id);
  } catch {
    memoryOutbox.set(item.id, item);
  }
}

export async function removeEvents(ids: readonly string[]): Promise<void> {
  const db = await open();
  for (const id of ids) memoryOutbox.delete(id);
  if (!db) return;
  const tx = db.transaction("outbox", "readwrite");
  await Promise.all([...ids.map((id) => tx.store.delete(id)), tx.done]);
}

/** Everything that waits, in the order of adding. */
export async function listEvents(): Promise<QueuedEvent[]> {
  const db = await open();
  const stored = db ? await db.getAll("outbox") : [];
  // What is in memory is the newer of the two.
  const byId = new Map([...stored, ...memoryOutbox.values()].map((item) => [item.id, item]));
  const items = [...byId.values()];
  return items.sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1));
}

/** Never fails: without it, opening the page needs a network. */
export async function keepDue(response: DueResponse, fetchedAt: number): Promise<void> {
  const db = await open();
  try {
    await db?.put("due", { userId: response.userId, response, fetchedAt });
  } catch {
    // The storage is full; answers come first.
  }
}

export async function findKeptDue(userId: string): Promise<DueResponse | null> {
  const db = await open();
  return (await db?.get("due", userId))?.response ?? null;
}

export async function forgetKeptDue(): Promise<void> {
  const db = await open();
  await db?.clear("due");
}
