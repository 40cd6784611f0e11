import { createAccountToken } from "#lib/accounts/account-tokens.ts";
import { consumeLimit } from "#lib/accounts/limits.ts";
import type { Origin } from "#lib/accounts/origin.ts";
import { sendVerifyLink } from "#lib/accounts/send-links.ts";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import type { Actor } from "#lib/session.ts";

async function sendVerification(
  userId: string,
  email: string,
  { address, now }: Origin,
): Promise<void> {
  await consumeLimit("mailFromAddress", address);
  await consumeLimit("mailLink", email);
  const token = { userId, purpose: "verify_email", email } as const;
  await sendVerifyLink(
    email,
    await prisma().$transaction((tx) => createAccountToken(tx, token, now)),
  );
}

/** Mails the link that confirms a new account's address; if that fails, it can be asked for again. */
export async function mailVerification(
  userId: string,
  email: string,
  origin: Origin,
): Promise<void> {
  await sendVerification(userId, email, origin).catch((error: unknown) => {
    log().warn({ err: error, userId }, "the mail that confirms an address could not be sent");
  });
}

/**
 * Mails the link again that confirms the actor's address.
 * @throws AppError CONFLICT when there is nothing to confirm, RATE_LIMITED.
 */
export async function resendVerification(actor: Actor, origin: Origin): Promise<void> {
  const user = await prisma().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { email: true, emailVerifiedAt: true },
  });
  if (!user.email || user.emailVerifiedAt)
    throw new AppError("CONFLICT", "There is no address to confirm.");
  await sendVerification(actor.userId, user.email, origin);
}
