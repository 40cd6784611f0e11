import { createUser } from "#lib/accounts/create-user.ts";
import { consumeLimit } from "#lib/accounts/limits.ts";
import type { Origin } from "#lib/accounts/origin.ts";
import { setSessionCookie } from "#lib/accounts/session-cookie.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import type { Actor } from "#lib/session.ts";

/**
 * Makes a guest of whoever has no session, so that what they just did is kept, and signs this browser
 * in as that. Only for route handlers, and only once it is clear that there is something to keep.
 * @param timeZone as the browser reports it
 * @throws AppError RATE_LIMITED
 */
export async function enterAsGuest(origin: Origin, timeZone?: string): Promise<Actor> {
  await consumeLimit("guest", origin.address);
  const user = await createUser({ timeZone });
  const claims = await startSession(user, null, origin.userAgent, origin.now);
  await setSessionCookie(claims);
  return { userId: claims.sub, sessionId: claims.sid, isGuest: true };
}
