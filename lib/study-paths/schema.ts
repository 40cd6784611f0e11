import { z } from "zod";
import { stableIdSchema } from "#lib/content/schema-base.ts";

/** Following a study path, or not any more: the fields of its form. Safe to import in the browser. */
export const followSchema = z.object({
  /** Stable id of the path. */
  path: stableIdSchema,
  follow: z.enum(["true", "false"]).transform((value) => value === "true"),
  /** Where the form stands, to lead back there. */
  from: z.enum(["path", "settings"]).default("path"),
  /** Of the browser, for whoever becomes a guest by this. */
  timeZone: z.string().max(64).optional(),
});

/** Where the settings show which path is followed. */
export const pathSettingAnchor = "study-path";
