import { z } from "zod";
import { rungs } from "#lib/content/rungs.ts";
import { defaultSettings, settingsProblems } from "#lib/scheduler/parameters.ts";

/** What the account's forms and routes take. Client-safe. */

export const emailSchema = z
  .string()
  .trim()
  .max(254, "is too long for an e-mail address")
  .pipe(z.email("is not an e-mail address"));

/** Length only, no rules on composition. The server also refuses the commonest passwords. */
export const newPasswordSchema = z
  .string()
  .min(8, "needs at least 8 characters")
  .max(128, "can have at most 128 characters");

const givenPasswordSchema = z.string().min(1, "is missing").max(128, "can have at most 128 characters");

export const credentialsSchema = z.object({ email: emailSchema, password: givenPasswordSchema });

/** What to be called; an empty name is no name. */
const nameSchema = z
  .string()
  .trim()
  .max(80, "can have at most 80 characters")
  .regex(/^\P{C}*$/u, "holds characters that cannot be shown")
  .nullable()
  .transform((name) => name || null);

export const signUpSchema = z.object({
  email: emailSchema,
  password: newPasswordSchema,
  name: nameSchema.optional(),
  /** As the browser reports it; UTC when it is missing or unknown. */
  timeZone: z.string().max(64).optional(),
});
export type SignUp = z.infer<typeof signUpSchema>;

/** Whether it can still be used is for the database to say. */
const tokenSchema = z.string().min(1, "is missing").max(200, "is too long");

export const resetRequestSchema = z.object({ email: emailSchema });
export const resetSchema = z.object({ token: tokenSchema, password: newPasswordSchema });
export const verifySchema = z.object({ token: tokenSchema });

export const changePasswordSchema = z.object({ currentPassword: givenPasswordSchema, newPassword: newPasswordSchema });
/** The password may be missing only where there is none yet. */
export const changeEmailSchema = z.object({ email: emailSchema, password: z.string().max(128).default("") });
export const deleteAccountSchema = z.object({
  /** The account's e-mail address, or "delete" where there is none. */
  confirmation: z.string().trim().min(1, "is missing").max(254),
  password: z.string().max(128).default(""),
});

/** What one types to delete an account without an e-mail address. */
export const deleteWord = "delete";

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
    for (const { field, message } of settingsProblems({ ...defaultSettings, timeZone: "UTC", ...given })) {
      context.addIssue({ code: "custom", path: [field], message });
    }
  });
export type SettingsChange = z.infer<typeof settingsSchema>;
export type Theme = (typeof themes)[number];
