import { z } from "zod";
import type { CardState } from "#lib/scheduler/card-state.ts";

/** What a client sends when something happened to a card, and what it gets back. */

const idSchema = z.guid().transform((id) => id.toLowerCase());

/** Earlier than any review that could be meant; catches clocks that were never set. */
const earliestReview = Date.UTC(2000, 0, 1);

const reviewedAtSchema = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .refine((instant) => instant >= earliestReview, "lies before the year 2000");

const eventBase = {
  /** Made by the client; sending it again counts once. */
  id: idSchema,
  cardId: idSchema,
  reviewedAt: reviewedAtSchema,
  sessionId: idSchema.nullish().transform((id) => id ?? null),
};

export const reviewInputSchema = z.object({
  ...eventBase,
  kind: z.literal("review"),
  grade: z.literal([1, 2, 3, 4]),
  durationMs: z.int().min(0).max(86_400_000),
  /** The version of the content that was shown. */
  versionId: idSchema.nullish().transform((id) => id ?? null),
  /** Ids of the must-say points that were ticked; null when there were none to tick. */
  ticks: z
    .array(z.string().max(80))
    .max(20)
    .nullish()
    .transform((ticks) => ticks ?? null),
  hintsUsed: z.int().min(0).max(50).default(0),
});

export const undoInputSchema = z.object({
  ...eventBase,
  kind: z.literal("undo"),
  /** The event that is taken back. */
  targetId: idSchema,
});

export const flagInputSchema = z.object({
  ...eventBase,
  kind: z.enum(["suspend", "unsuspend", "bury", "unbury", "mark", "unmark"]),
});

/** One event; `kind` is "review" unless told. */
export const eventInputSchema = z.preprocess(
  (value) =>
    typeof value === "object" && value !== null && !("kind" in value)
      ? { ...value, kind: "review" }
      : value,
  z.discriminatedUnion("kind", [reviewInputSchema, undoInputSchema, flagInputSchema]),
);
export type EventInput = z.infer<typeof eventInputSchema>;

export const maxEventsPerBatch = 100;

export type EventStatus = "applied" | "duplicate" | "conflict" | "rejected";

export interface EventResult {
  /** As sent; null when the event had no readable id. */
  id: string | null;
  status: EventStatus;
  reason?: string;
  /** The state of the card after everything known of it; absent for conflict and rejected. */
  state?: CardState;
}
