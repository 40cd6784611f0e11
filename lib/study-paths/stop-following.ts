import { prisma } from "#lib/db.ts";
import type { Actor } from "#lib/session.ts";
import { getPathToFollow } from "#lib/study-paths/queries.ts";

/**
 * New cards come in their own order again. Changes nothing when another path is followed by now, or none.
 * @param externalId stable id of the path
 * @returns the address of the path
 * @throws AppError NOT_FOUND alike when it is not there and when the actor may not read it
 */
export async function stopFollowing(actor: Actor, externalId: string): Promise<string> {
  const { id, path } = await getPathToFollow(actor, externalId);
  await prisma().studySettings.updateMany({
    where: { userId: actor.userId, pathId: id },
    data: { pathId: null, updatedAt: new Date() },
  });
  return path;
}
