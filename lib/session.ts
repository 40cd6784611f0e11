import { LRUCache } from "lru-cache";
import { cookies } from "next/headers";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { pool } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/** Who asks. Every read and write of `lib` takes it first. */
export interface Actor {
  userId: string;
  sessionId: string;
  isGuest: boolean;
}

/**
 * Who asks, by a cookie of ours that has not been altered. Whether the session still counts is not
 * known yet: whoever takes one asks for that in the same statement that does the work.
 */
export interface ClaimedActor {
  userId: string;
  sessionId: string;
  sessionVersion: number;
}

/** What the session cookie says: user, session row, the user's session version, first sign-in. */
export const sessionClaimsSchema = z.object({
  sub: z.uuid(),
  sid: z.uuid(),
  sv: z.int(),
  /** Seconds since the epoch; the cookie rolls, this does not. */
  iat0: z.int(),
});
export type SessionClaims = z.infer<typeof sessionClaimsSchema>;

export const sessionMaxAgeSeconds = 30 * 86_400;
/** However often it rolls, a session ends after this. */
export const sessionAbsoluteAgeSeconds = 180 * 86_400;

const usesHttps = () => env().NEXTAUTH_URL.startsWith("https://");

/** `__Host-` binds the cookie to this very host; it needs https. */
export function sessionCookieName(): string {
  return usesHttps() ? "__Host-whetstone.session" : "whetstone.session";
}

export function cookieNeedsHttps(): boolean {
  return usesHttps();
}

// Decrypting the same cookie again and again costs more than the query that follows it. What is
// kept is only what the cookie says; whether it still counts is asked of the database every time.
const claimsByToken = new LRUCache<string, SessionClaims>({ max: 5000, ttl: 10 * 60_000 });

/** The claims of a session cookie, or null when it is not one of ours, altered or expired. */
export async function readSessionToken(token: string): Promise<SessionClaims | null> {
  const known = claimsByToken.get(token);
  if (known) return known;
  const decoded = await decode({ token, secret: env().AUTH_SECRET }).catch(() => null);
  const claims = sessionClaimsSchema.safeParse(decoded);
  if (!claims.success) return null;
  const expiresAt = decoded !== null && typeof decoded.exp === "number" ? decoded.exp * 1000 : 0;
  const ttl = Math.min(10 * 60_000, expiresAt - Date.now());
  if (ttl > 0) claimsByToken.set(token, claims.data, { ttl });
  return claims.data;
}

function isTooOld(claims: SessionClaims): boolean {
  return Date.now() / 1000 - claims.iat0 > sessionAbsoluteAgeSeconds;
}

/**
 * The actor behind claims, if the session row and the user's session version still allow it.
 * One read by primary key, so that revocation counts at once.
 */
export async function findActorByClaims(claims: SessionClaims): Promise<Actor | null> {
  if (isTooOld(claims)) return null;
  const { rows } = await pool().query<{ is_guest: boolean; was_away: boolean }>({
    name: "find-actor",
    text: `SELECT u.email IS NULL AND NOT EXISTS
                  (SELECT FROM oauth_accounts o WHERE o.user_id = u.id) AS is_guest,
                  s.last_seen_at < now() - interval '1 hour' AS was_away
             FROM user_sessions s JOIN users u ON u.id = s.user_id
            WHERE s.user_id = $1 AND s.id = $2 AND u.session_version = $3 AND s.expires_at > now()`,
    values: [claims.sub, claims.sid, claims.sv],
  });
  const row = rows[0];
  if (!row) return null;
  const actor = { userId: claims.sub, sessionId: claims.sid, isGuest: row.is_guest };
  if (row.was_away) noteSeen(actor);
  return actor;
}

/** For the list of sessions, where an hour is exact enough; nobody waits for it. */
function noteSeen({ userId, sessionId }: Actor): void {
  const text = "UPDATE user_sessions SET last_seen_at = now() WHERE user_id = $1 AND id = $2";
  pool()
    .query({ name: "note-seen", text, values: [userId, sessionId] })
    .catch((error: unknown) =>
      log().debug({ err: error }, "when a session was last seen could not be noted"),
    );
}

async function readClaims(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  return token ? readSessionToken(token) : null;
}

/** The actor of the current request, or null when nobody is signed in. */
export async function findActor(): Promise<Actor | null> {
  const claims = await readClaims();
  return claims && findActorByClaims(claims);
}

/** What is said to whoever has no session, or not any more. */
export function signedOut(): AppError {
  return new AppError(
    "UNAUTHENTICATED",
    "You are not signed in, or this session was ended. Sign in again; nothing was lost.",
  );
}

/** @throws AppError UNAUTHENTICATED */
export async function requireActor(): Promise<Actor> {
  const actor = await findActor();
  if (!actor) throw signedOut();
  return actor;
}

/** @throws AppError UNAUTHENTICATED without a cookie of ours */
export async function requireClaimedActor(): Promise<ClaimedActor> {
  const claims = await readClaims();
  if (!claims || isTooOld(claims)) throw signedOut();
  return { userId: claims.sub, sessionId: claims.sid, sessionVersion: claims.sv };
}
