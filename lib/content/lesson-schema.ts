import { z } from "zod";
import { itemBase, sourceSchema, stableIdSchema, textSchema } from "#lib/content/schema-base.ts";

/** What teaches in order: lessons of a track, and study paths. Safe to import in the browser. */

const lessonSectionSchema = z.strictObject({
  /** Stable within the lesson, so that progress survives a new heading. */
  id: stableIdSchema,
  title: textSchema.max(80),
  /** Markdown with the directives of `lib/lessons/lesson-blocks.ts`. */
  body: textSchema,
});

export const lessonPayloadSchema = z.strictObject({
  kind: z.literal("lesson"),
  ...itemBase,
  /** Id of the track. */
  track: stableIdSchema,
  /** Place in the track, from 1. */
  position: z.int().min(1).max(99),
  /** Time to read it calmly. */
  minutes: z.int().min(3).max(60),
  summary: textSchema,
  sections: z.array(lessonSectionSchema).min(2).max(8),
  takeaways: z.array(textSchema).min(3).max(7),
  /** Ids of the items whose cards one should take along. */
  cards: z.array(stableIdSchema).min(1).max(12),
  sources: z.array(sourceSchema).min(2),
});
export type LessonPayload = z.infer<typeof lessonPayloadSchema>;

export const pathPayloadSchema = z.strictObject({
  kind: z.literal("path"),
  ...itemBase,
  /** For whom, as in a job advertisement. */
  role: textSchema.max(80),
  summary: textSchema,
  weeks: z
    .array(
      z.strictObject({
        title: textSchema.max(80),
        /** What one can do after this week. */
        goal: textSchema,
        /** Ids of questions, comparisons, myths, decisions and lessons, in order. */
        items: z.array(stableIdSchema).min(3).max(40),
      }),
    )
    .min(2)
    .max(12),
});
export type PathPayload = z.infer<typeof pathPayloadSchema>;

/** A `track.yaml`. */
export const trackSchema = z.strictObject({
  id: stableIdSchema,
  name: textSchema.max(60),
  summary: textSchema,
  position: z.int().min(1),
});
export type TrackFile = z.infer<typeof trackSchema>;
