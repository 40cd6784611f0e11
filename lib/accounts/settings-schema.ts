import { z } from "zod";
import { nameSchema } from "#lib/accounts/schema.ts";
import { rungs } from "#lib/content/rungs.ts";
import { defaultSettings, settingsProblems } from "#lib/scheduler/parameters.ts";

// Apart from the other schemas, because it brings the scheduler's ranges along.

export const themes = ["system", "light", "dark"] as const;

/** Settings as they are read and written; a write may leave out what stays as it is. */
export const settingsSchema = z
  .strictObject({
    name: z.exactOptional(nameSchema),
    /** IANA name. */
    timeZone: z.exactOptional(z.string().max(64)),
    dayStartsAtHour: z.exactOptional(z.number()),
    desiredRetention: z.exactOptional(z.number()),
    newPerDay: z.exactOptional(z.number()),
    reviewsPerDay: z.exactOptional(z.number()),
    rungs: z.exactOptional(z.array(z.enum(rungs)).min(1, "needs at least one rung").max(3)),
    theme: z.exactOptional(z.enum(themes)),
  })
  .superRefine((given, context) => {
    // The scheduler knows its ranges; what is not given cannot be wrong.
    for (const { field, message } of settingsProblems({
      ...defaultSettings,
      timeZone: "UTC",
      ...given,
    })) {
      context.addIssue({ code: "custom", path: [field], message });
    }
  });
export type SettingsChange = z.infer<typeof settingsSchema>;
export type Theme = (typeof themes)[number];
