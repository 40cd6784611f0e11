import { createAccountToken } from "#lib/accounts/account-tokens.ts";
import { invalidField } from "#lib/accounts/invalid-field.ts";
import { consumeLimit } from "#lib/accounts/limits.ts";
import type { Origin } from "#lib/accounts/origin.ts";
import { requireOwnPassword } from "#lib/accounts/require-own-password.ts";
import { sendEmailChangeLink } from "#lib/accounts/send-links.ts";
import { sendEmailChangeNotice } from "#lib/accounts/send-notices.ts";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Actor } from "#lib/session.ts";

/**
 * Mails a link to a new address, and a notice to the old one. The address changes when the link is
 * used, in a browser that is signed in to the account.
 * @throws AppError INVALID for a wrong password or the address that it is already, CONFLICT for one
 * that has an account, FORBIDDEN for a guest, RATE_LIMITED.
 */
export async function requestEmailChange(
  actor: Actor,
  { email, password }: { email: string; password: string },
  { address, now }: Origin,
): Promise<void> {
  if (actor.isGuest)
    throw new AppError(
      "FORBIDDEN",
      "A guest has no address to change. Create an account; every review is kept.",
    );
  const user = await requireOwnPassword(actor, password, address, "password");
  if (user.passwordHash === null && user.email !== null) {
    // A stolen session alone must not be enough to take the account over.
    throw new AppError(
      "CONFLICT",
      "Set a password first: have a link mailed to you that sets one.",
    );
  }
  if (user.email?.toLowerCase() === email.toLowerCase())
    throw invalidField("email", "is your address already");
  if ((await prisma().user.count({ where: { email } })) > 0) {
    const message = "There is another account with this address.";
    throw new AppError("CONFLICT", message, { issues: [{ path: "email", message }] });
  }
  await consumeLimit("mailFromAddress", address);
  await consumeLimit("mailLink", email);
  const token = { userId: actor.userId, purpose: "change_email", email } as const;
  await sendEmailChangeLink(
    email,
    await prisma().$transaction((tx) => createAccountToken(tx, token, now)),
  );
  if (user.email) await sendEmailChangeNotice(user.email, email);
}
