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

export async function keepsOverReload(): Promise<boolean> {
  return (await open()) !== null;
}

export async function putEvent(item: QueuedEvent): Promise<void> {
  const db = await open();
  if (db) await db.put("outbox", item);
  else memoryOutbox.set(item.id, item);
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
  const items = db ? await db.getAll("outbox") : [...memoryOutbox.values()];
  return items.sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1));
}

export async function keepDue(response: DueResponse, fetchedAt: number): Promise<void> {
  const db = await open();
  await db?.put("due", { userId: response.userId, response, fetchedAt });
}

export async function findKeptDue(userId: string): Promise<DueResponse | null> {
  const db = await open();
  return (await db?.get("due", userId))?.response ?? null;
}

export async function forgetKeptDue(): Promise<void> {
  const db = await open();
  await db?.clear("due");
}
