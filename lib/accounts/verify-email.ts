import {
  brokenLink,
  createAccountToken,
  findAccountToken,
  takeAccountToken,
} from "#lib/accounts/account-tokens.ts";
import { proveEmail } from "#lib/accounts/prove-email.ts";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Actor } from "#lib/session.ts";

export interface VerifiedEmail {
  email: string;
  /**
   * The proof came from a browser that is not signed in to the account, so its unverified password
   * was dropped; with this token the owner of the address chooses a new one.
   */
  resetToken?: string;
}

/** Confirms the address of a new account. */
async function confirmNew(
  tx: Prisma.TransactionClient,
  actor: Actor | null,
  token: string,
  now: Date,
): Promise<VerifiedEmail> {
  const { userId, email } = await takeAccountToken(tx, token, ["verify_email"], now);
  const before = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { email: true, emailVerifiedAt: true },
  });
  if (before.email?.toLowerCase() !== email.toLowerCase()) throw brokenLink();
  await proveEmail(tx, userId, actor, now);
  if (before.emailVerifiedAt || actor?.userId === userId) return { email };
  const resetToken = await createAccountToken(
    tx,
    { userId, purpose: "reset_password", email },
    now,
  );
  return { email, resetToken };
}

/** Puts a confirmed address in the place of the old one; links that went to the old one die. */
async function confirmChange(
  tx: Prisma.TransactionClient,
  actor: Actor,
  token: string,
  now: Date,
): Promise<VerifiedEmail> {
  const { userId, email } = await takeAccountToken(tx, token, ["change_email"], now);
  if (userId !== actor.userId) throw brokenLink();
  await tx.user.update({ where: { id: actor.userId }, data: { email, emailVerifiedAt: now } });
  await tx.accountToken.deleteMany({ where: { userId } });
  return { email };
}

/**
 * Confirms an e-mail address by the link that was mailed to it.
 * @throws AppError NOT_FOUND for a link that does not work any more; FORBIDDEN, with the link kept,
 * for a change of address that is confirmed outside of its account; CONFLICT when the address was
 * taken meanwhile.
 */
export async function verifyEmail(
  actor: Actor | null,
  token: string,
  now: Date,
): Promise<VerifiedEmail> {
  const found = await findAccountToken(prisma(), token, ["verify_email", "change_email"], now);
  if (!found) throw brokenLink();
  if (found.purpose === "verify_email")
    return prisma().$transaction((tx) => confirmNew(tx, actor, token, now));
  // Otherwise whoever gets this mail could be made to lend their address to somebody else's account.
  if (actor?.userId !== found.userId) {
    throw new AppError(
      "FORBIDDEN",
      "Sign in to the account whose address is to change, then open this link again. It still works.",
    );
  }
  try {
    return await prisma().$transaction((tx) => confirmChange(tx, actor, token, now));
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new AppError(
        "CONFLICT",
        "There is another account with this address by now. Your address stays as it was.",
      );
    }
    throw error;
  }
}
