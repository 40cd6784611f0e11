import { prisma } from "#lib/db.ts";
import { AppError, notFound } from "#lib/errors.ts";
import type { Actor } from "#lib/session.ts";

/**
 * Takes another service's accounts off the actor's.
 * @throws AppError NOT_FOUND when none of that service is linked, CONFLICT when nothing would be left to sign in with.
 */
export async function unlinkAccount(actor: Actor, provider: string): Promise<void> {
  await prisma().$transaction(async (tx) => {
    // Two at once must not each leave the other as the last way in.
    await tx.$queryRaw`SELECT FROM users WHERE id = ${actor.userId}::uuid FOR NO KEY UPDATE`;
    const { count } = await tx.oAuthAccount.deleteMany({
      where: { userId: actor.userId, provider },
    });
    if (count === 0) throw notFound("linked account");
    const user = await tx.user.findUniqueOrThrow({
      where: { id: actor.userId },
      select: { email: true, _count: { select: { oauthAccounts: true } } },
    });
    // With an address one can always sign in by a mailed link.
    if (user.email === null && user._count.oauthAccounts === 0) {
      throw new AppError(
        "CONFLICT",
        "This is your only way to sign in. Add an e-mail address first, then unlink it.",
      );
    }
  });
}
