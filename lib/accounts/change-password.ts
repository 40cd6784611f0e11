import { hashPassword } from "#lib/accounts/passwords.ts";
import { refuseCommonPassword } from "#lib/accounts/refuse-common-password.ts";
import { requireOwnPassword } from "#lib/accounts/require-own-password.ts";
import { sendPasswordNotice } from "#lib/accounts/send-notices.ts";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Actor, SessionClaims } from "#lib/session.ts";

interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

function changedMeanwhile(): AppError {
  return new AppError(
    "CONFLICT",
    "The password was changed somewhere else at the same moment. Sign in again.",
  );
}

/**
 * Sets a new password and ends every other session in the same transaction.
 * @returns what the cookie of this session has to say from now on; its age stays.
 * @throws AppError INVALID, RATE_LIMITED, or CONFLICT when there is no password to change.
 */
export async function changePassword(
  actor: Actor,
  change: PasswordChange,
  address: string,
): Promise<SessionClaims> {
  const { email, passwordHash } = await requireOwnPassword(
    actor,
    change.currentPassword,
    address,
    "currentPassword",
  );
  if (passwordHash === null) {
    throw new AppError(
      "CONFLICT",
      "This account has no password yet. Have a link mailed to you that sets one.",
    );
  }
  await refuseCommonPassword(change.newPassword, email, "newPassword");
  const newHash = await hashPassword(change.newPassword);
  const claims = await prisma().$transaction(async (tx) => {
    // Only if it is still the password that was just proved.
    const where = { id: actor.userId, passwordHash };
    const { count } = await tx.user.updateMany({
      where,
      data: { passwordHash: newHash, sessionVersion: { increment: 1 } },
    });
    if (count === 0) throw changedMeanwhile();
    await tx.userSession.deleteMany({
      where: { userId: actor.userId, NOT: { id: actor.sessionId } },
    });
    await tx.accountToken.deleteMany({ where: { userId: actor.userId } });
    const session = await tx.userSession.findUnique({
      where: { userId_id: { userId: actor.userId, id: actor.sessionId } },
      select: { createdAt: true, user: { select: { sessionVersion: true } } },
    });
    if (!session) throw changedMeanwhile();
    const iat0 = Math.floor(session.createdAt.getTime() / 1000);
    return { sub: actor.userId, sid: actor.sessionId, sv: session.user.sessionVersion, iat0 };
  });
  if (email) await sendPasswordNotice(email);
  return claims;
}
