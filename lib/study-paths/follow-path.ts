import { prisma } from "#lib/db.ts";
import type { Actor } from "#lib/session.ts";
import { getPathToFollow } from "#lib/study-paths/queries.ts";

/**
 * From now on the cards of a path are introduced first, in its order; it takes the place of the path
 * followed before. Nothing that was practised is changed.
 * @param externalId stable id of the path
 * @returns the address of the path
 * @throws AppError NOT_FOUND alike when it is not there and when the actor may not read it
 */
export async function followPath(actor: Actor, externalId: string): Promise<string> {
  const { id, path } = await getPathToFollow(actor, externalId);
  await prisma().studySettings.update({
    where: { userId: actor.userId },
    data: { pathId: id, updatedAt: new Date() },
  });
  return path;
}
