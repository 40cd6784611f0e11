import { prisma } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Actor } from "#lib/session.ts";

/**
 * Ends one of the actor's sessions; it stops counting at once.
 * @throws AppError NOT_FOUND
 */
export async function endSession(actor: Actor, id: string): Promise<void> {
  const { count } = await prisma().userSession.deleteMany({ where: { userId: actor.userId, id } });
  if (count === 0) throw notFound("session");
}
