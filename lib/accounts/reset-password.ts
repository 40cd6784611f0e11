import { brokenLink, findAccountToken, takeAccountToken } from "#lib/accounts/account-tokens.ts";
import { clearLimit } from "#lib/accounts/limits.ts";
import { hashPassword } from "#lib/accounts/passwords.ts";
import { refuseCommonPassword } from "#lib/accounts/refuse-common-password.ts";
import { sendPasswordNotice } from "#lib/accounts/send-notices.ts";
import { prisma } from "#lib/db.ts";
import type { Actor } from "#lib/session.ts";

/**
 * Sets a new password by a mailed link. That proves the address: every session and every other link
 * ends, and if it is the first proof, accounts of other services that were linked before end too.
 * @param actor who asks, if anybody; the link alone decides.
 * @returns the address, to sign in with.
 * @throws AppError NOT_FOUND for a link that does not work any more, INVALID for a common password.
 */
export async function resetPassword(
  _actor: Actor | null,
  { token, password }: { token: string; password: string },
  { address, now }: { address: string; now: Date },
): Promise<{ email: string }> {
  // Looked at before the hashing, so that guessing links does not keep the processor busy.
  const found = await findAccountToken(prisma(), token, ["reset_password"], now);
  if (!found) throw brokenLink();
  await refuseCommonPassword(password, found.email);
  const passwordHash = await hashPassword(password);
  const email = await prisma().$transaction(async (tx) => {
    const { userId, email } = await takeAccountToken(tx, token, ["reset_password"], now);
    const before = await tx.user.findUniqueOrThrow({
      where: { id: userId },
      select: { email: true, emailVerifiedAt: true },
    });
    if (before.email?.toLowerCase() !== email.toLowerCase()) throw brokenLink();
    await tx.user.update({
      where: { id: userId },
      data: {
        passwordHash,
        emailVerifiedAt: before.emailVerifiedAt ?? now,
        sessionVersion: { increment: 1 },
      },
    });
    await tx.userSession.deleteMany({ where: { userId } });
    await tx.accountToken.deleteMany({ where: { userId } });
    if (!before.emailVerifiedAt) await tx.oAuthAccount.deleteMany({ where: { userId } });
    return email;
  });
  // Whoever forgot the password has failed before; the new one must not be refused for that.
  await clearLimit("passwordFailure", `${address} ${email}`);
  await sendPasswordNotice(email);
  return { email };
}
