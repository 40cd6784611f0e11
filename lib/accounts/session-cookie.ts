import { cookies } from "next/headers";
import { encode } from "next-auth/jwt";
import { env } from "#lib/env.ts";
import {
  cookieNeedsHttps,
  type SessionClaims,
  sessionCookieName,
  sessionMaxAgeSeconds,
} from "#lib/session.ts";

export const sessionCookieOptions = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: cookieNeedsHttps() }) as const;

/** Puts a session into this browser, in the form that next-auth reads. Only for route handlers. */
export async function setSessionCookie(claims: SessionClaims): Promise<void> {
  const token = await encode({
    token: { ...claims },
    secret: env().AUTH_SECRET,
    maxAge: sessionMaxAgeSeconds,
  });
  (await cookies()).set(sessionCookieName(), token, {
    ...sessionCookieOptions(),
    maxAge: sessionMaxAgeSeconds,
  });
}

/** Takes the session out of this browser. Only for route handlers. */
export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
}
