import { prisma } from "#lib/db.ts";
import type { Actor } from "#lib/session.ts";

/** Ends every session of the actor, this one too. */
export async function signOutEverywhere(actor: Actor): Promise<void> {
  await prisma().$transaction([
    prisma().user.update({
      where: { id: actor.userId },
      data: { sessionVersion: { increment: 1 } },
    }),
    prisma().userSession.deleteMany({ where: { userId: actor.userId } }),
  ]);
}
