import { z } from "zod";

/** What the schemas of all kinds of content share. Safe to import in the browser. */

const stableIdPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An id that an author chooses once and never changes: lower case words joined by hyphens. */
export const stableIdSchema = z
  .string()
  .regex(stableIdPattern, "must be lower-case words joined by hyphens, such as docker-44");

export const textSchema = z.string().trim().min(1, "must not be empty");

export const levelSchema = z.enum(["mid", "senior", "staff"]);
export type Level = z.infer<typeof levelSchema>;

/** Where a fact can be checked. `section` says which part of the work. */
export const sourceSchema = z.strictObject({
  title: textSchema,
  author: textSchema,
  section: textSchema,
  year: z.int().min(1970).max(2100).optional(),
  url: z.url({ protocol: /^https$/ }).optional(),
});
export type Source = z.infer<typeof sourceSchema>;

export const itemBase = {
  id: stableIdSchema,
  slug: stableIdSchema,
  topic: stableIdSchema,
  title: textSchema.max(120),
  level: levelSchema,
  tags: z.array(stableIdSchema).default([]),
  /** Ids of other items that a reader may want next. */
  related: z.array(stableIdSchema).default([]),
};
