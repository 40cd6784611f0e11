import { z } from "zod";

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

const givenPasswordSchema = z
  .string()
  .min(1, "is missing")
  .max(128, "can have at most 128 characters");

export const credentialsSchema = z.object({ email: emailSchema, password: givenPasswordSchema });

/** What to be called; an empty name is no name. */
export const nameSchema = z
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

export const changePasswordSchema = z.object({
  currentPassword: givenPasswordSchema,
  newPassword: newPasswordSchema,
});
/** The password may be missing only where there is none yet. */
export const changeEmailSchema = z.object({
  email: emailSchema,
  password: z.string().max(128).default(""),
});
export const deleteAccountSchema = z.object({
  /** The account's e-mail address, or "delete" where there is none. */
  confirmation: z.string().trim().min(1, "is missing").max(254),
  password: z.string().max(128).default(""),
});

/** What one types to delete an account without an e-mail address. */
export const deleteWord = "delete";
