import { z } from "zod";

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

export const credentialsSchema = z.object({
  email: emailSchema,
  password: z.string().min(1, "is missing").max(128, "can have at most 128 characters"),
});
