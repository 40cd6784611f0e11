"use client";

import { useEffect, useSyncExternalStore } from "react";
import {
  type OutboxStatus,
  outboxStatus,
  subscribeOutbox,
  watchOutbox,
} from "#lib/offline/outbox.ts";

const nothing: OutboxStatus = { state: "idle", pending: 0, refused: 0, durable: true };

function answers(count: number): string {
  return count === 1 ? "1 answer is" : `${count} answers are`;
}

function noteOf(
  { state, pending, refused, durable }: OutboxStatus,
  fromCache: boolean,
): string | null {
  if (state === "signed-out")
    return `You were signed out. ${answers(pending)} kept in this browser and will be sent when you sign in again.`;
  if (state === "waiting" && pending > 0) {
    const where = durable ? "kept in this browser" : "kept in this tab, so leave it open";
    return `No connection. ${answers(pending)} ${where} and will be sent by itself. Go on.`;
  }
  if (refused > 0)
    return `${answers(refused)} not accepted by the server; nothing else was affected.`;
  return fromCache ? "No connection: these are the cards from your last visit." : null;
}

/** Says where answers are, when they are not where they should be; otherwise nothing. */
export function OutboxNote({ fromCache }: { fromCache: boolean }) {
  const status = useSyncExternalStore(subscribeOutbox, outboxStatus, () => nothing);
  useEffect(watchOutbox, []);
  const note = noteOf(status, fromCache);
  return (
    <div role="status" data-outbox={status.state} data-pending={status.pending}>
      {note !== null && (
        <p className="border-t border-line bg-sunken px-4 py-2 text-center text-xs">{note}</p>
      )}
    </div>
  );
}
