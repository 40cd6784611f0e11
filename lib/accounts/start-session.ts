import { v7 as uuidv7 } from "uuid";
import { mergeGuest } from "#lib/accounts/merge-guest.ts";
import { prisma } from "#lib/db.ts";
import { type Actor, type SessionClaims, sessionAbsoluteAgeSeconds } from "#lib/session.ts";

/**
 * Opens a session for a user who has just proved who they are. What they did before as a guest
 * in this browser becomes theirs.
 * @param previous who this browser was until now.
 */
export async function startSession(
  userId: string,
  previous: Actor | null,
  userAgent: string,
  now: Date,
): Promise<SessionClaims> {
  if (previous?.isGuest && previous.userId !== userId) await mergeGuest(previous, userId);
  const id = uuidv7();
  const expiresAt = new Date(now.getTime() + sessionAbsoluteAgeSeconds * 1000);
  const { sessionVersion } = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    select: { sessionVersion: true },
  });
  await prisma().$transaction([
    prisma().userSession.create({ data: { userId, id, userAgent: userAgent.slice(0, 300), expiresAt } }),
    // The session of the same user that this one replaces in this browser.
    prisma().userSession.deleteMany({ where: { userId, id: previous?.sessionId ?? id, NOT: { id } } }),
    prisma().userSession.deleteMany({ where: { userId, expiresAt: { lt: now } } }),
  ]);
  return { sub: userId, sid: id, sv: sessionVersion, iat0: Math.floor(now.getTime() / 1000) };
}
