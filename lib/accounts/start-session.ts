import { v7 as uuidv7 } from "uuid";
import { mergeGuest } from "#lib/accounts/merge-guest.ts";
import { prisma } from "#lib/db.ts";
import { type Actor, type SessionClaims, sessionAbsoluteAgeSeconds } from "#lib/session.ts";

/**
 * Opens a session for a user who has just proved who they are. What they did before as a guest
 * in this browser becomes theirs.
 * @param user with the session version that stood when the proof was looked at: if all sessions
 * were ended since, the new one does not count either.
 * @param previous who this browser was until now; that session ends.
 */
export async function startSession(
  user: { id: string; sessionVersion: number },
  previous: Actor | null,
  userAgent: string,
  now: Date,
): Promise<SessionClaims> {
  const { id: userId, sessionVersion } = user;
  if (previous?.isGuest && previous.userId !== userId) await mergeGuest(previous, userId);
  const id = uuidv7();
  const expiresAt = new Date(now.getTime() + sessionAbsoluteAgeSeconds * 1000);
  await prisma().$transaction([
    prisma().userSession.create({
      data: {
        userId,
        id,
        userAgent: userAgent.slice(0, 300),
        createdAt: now,
        lastSeenAt: now,
        expiresAt,
      },
    }),
    ...(previous
      ? [
          prisma().userSession.deleteMany({
            where: { userId: previous.userId, id: previous.sessionId },
          }),
        ]
      : []),
    prisma().userSession.deleteMany({ where: { userId, expiresAt: { lt: now } } }),
  ]);
  return { sub: userId, sid: id, sv: sessionVersion, iat0: Math.floor(now.getTime() / 1000) };
}
