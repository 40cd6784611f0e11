import { type ProvenUserRow, provenUserSelect } from "#lib/accounts/prove-email.ts";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Actor } from "#lib/session.ts";

interface Credentials {
  email?: string;
  emailVerifiedAt?: Date;
  name?: string;
  passwordHash?: string;
}

/**
 * Turns a guest into an account: the row stays, and with it everything practised. The guest's
 * sessions end; a new one is opened by whoever calls this.
 * @throws AppError CONFLICT when the guest became an account meanwhile, in another tab.
 * @throws Prisma's P2002 when the address is taken.
 */
export async function nameGuest(guest: Actor, credentials: Credentials): Promise<ProvenUserRow> {
  return prisma().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: guest.userId, email: null, oauthAccounts: { none: {} } },
      data: { ...credentials, sessionVersion: { increment: 1 } },
    });
    if (count === 0)
      throw new AppError(
        "CONFLICT",
        "This guest is an account by now. Load the page again; nothing was lost.",
      );
    await tx.userSession.deleteMany({ where: { userId: guest.userId } });
    return tx.user.findUniqueOrThrow({ where: { id: guest.userId }, select: provenUserSelect });
  });
}
