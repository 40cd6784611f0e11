import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { Actor } from "#lib/session.ts";

export const provenUserSelect = {
  id: true,
  email: true,
  name: true,
  emailVerifiedAt: true,
  sessionVersion: true,
} as const;

export interface ProvenUserRow {
  id: string;
  email: string | null;
  name: string | null;
  emailVerifiedAt: Date | null;
  sessionVersion: number;
}

/**
 * The first proof that an e-mail address is somebody's. Whoever registered it before may have been
 * someone else, lying in wait for its owner: unless the proof comes from a browser that is signed
 * in to the account, every other way in ends here: password, sessions, linked accounts, links.
 */
export async function proveEmail(
  tx: Prisma.TransactionClient,
  id: string,
  actor: Actor | null,
  now: Date,
): Promise<ProvenUserRow> {
  const user = await tx.user.findUniqueOrThrow({ where: { id }, select: provenUserSelect });
  if (user.emailVerifiedAt) return user;
  if (actor?.userId === id) {
    return tx.user.update({
      where: { id },
      data: { emailVerifiedAt: now },
      select: provenUserSelect,
    });
  }
  await tx.userSession.deleteMany({ where: { userId: id } });
  await tx.oAuthAccount.deleteMany({ where: { userId: id } });
  await tx.accountToken.deleteMany({ where: { userId: id } });
  return tx.user.update({
    where: { id },
    data: { emailVerifiedAt: now, passwordHash: null, sessionVersion: { increment: 1 } },
    select: provenUserSelect,
  });
}
