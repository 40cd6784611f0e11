import { createHash } from "node:crypto";
import { z } from "zod";
import { type EventInput, eventInputSchema, maxEventsPerBatch } from "#lib/reviews/schema.ts";

/** An event that can be recorded, with a fingerprint of what the client sent. */
export interface ReadableEvent {
  readable: true;
  event: EventInput;
  /** SHA-256; the same id with another digest is a conflict. */
  digest: Buffer;
}

export interface UnreadableEvent {
  readable: false;
  id: string | null;
  /** Which field is wrong, and how. */
  reason: string;
}

export type ParsedEvent = ReadableEvent | UnreadableEvent;

const withIdSchema = z.object({ id: z.string().max(100) });

function digestOf(event: EventInput): Buffer {
  const { id: _, ...content } = event;
  const ordered = Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(ordered)).digest();
}

/** Reads one event of a batch; never throws, so that the others in the batch are kept. */
export function parseEvent(value: unknown): ParsedEvent {
  const result = eventInputSchema.safeParse(value);
  if (result.success) return { readable: true, event: result.data, digest: digestOf(result.data) };
  const withId = withIdSchema.safeParse(value);
  const issue = result.error.issues[0];
  const field = issue?.path.join(".") ?? "";
  return {
    readable: false,
    id: withId.success ? withId.data.id : null,
    reason: issue ? `${field || "event"}: ${issue.message}` : "not an event",
  };
}

/** The body of `POST /api/reviews`. Its events are read one by one. */
export const recordRequestSchema = z.object({
  events: z.array(z.unknown().transform(parseEvent)).min(1).max(maxEventsPerBatch),
  /** Whose events these are, where the client kept them over a change of account. */
  userId: z.guid().optional(),
});
export type RecordRequest = z.infer<typeof recordRequestSchema>;
