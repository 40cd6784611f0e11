import type { CardEvent } from "#lib/scheduler/events.ts";

/** An event as `POST /api/reviews` takes it. */
export interface WireEvent {
  id: string;
  cardId: string;
  kind: CardEvent["kind"];
  reviewedAt: string;
  sessionId: string;
  grade?: number;
  durationMs?: number;
  versionId?: string;
  ticks?: string[];
  hintsUsed?: number;
  targetId?: string;
}

/** An event that waits to be delivered. */
export interface QueuedEvent {
  /** Of the event: adding it twice keeps it once. */
  id: string;
  userId: string;
  /** Order of adding, which is the order of sending. */
  addedAt: number;
  event: WireEvent;
  /** Why the server would not have it; such an event is kept, but not sent again. */
  refused?: string;
}
