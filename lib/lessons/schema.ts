import { z } from "zod";
import { stableIdSchema } from "#lib/content/schema-base.ts";

/** A section of a lesson read, or not: the fields of the form under it. Safe to import in the browser. */
export const sectionMarkSchema = z.object({
  /** Stable id of the lesson. */
  lesson: stableIdSchema,
  /** Id of the section within it. */
  section: stableIdSchema,
  read: z.enum(["true", "false"]).transform((value) => value === "true"),
  /** Of the browser, for whoever becomes a guest by this. */
  timeZone: z.string().max(64).optional(),
});
export type SectionMark = z.infer<typeof sectionMarkSchema>;
