import type { Account, CookiesOptions, NextAuthOptions } from "next-auth";
import { decode, type JWT } from "next-auth/jwt";
import { z } from "zod";
import { accountAdapter } from "#lib/accounts/adapter.ts";
import { ownProviders } from "#lib/accounts/auth-providers.ts";
import { type AuthRequest, noting } from "#lib/accounts/auth-request.ts";
import { invalidField } from "#lib/accounts/invalid-field.ts";
import { oauthProviders } from "#lib/accounts/oauth-providers.ts";
import { safePath } from "#lib/accounts/safe-path.ts";
import { sendLinkedNotice } from "#lib/accounts/send-notices.ts";
import { sessionCookieOptions } from "#lib/accounts/session-cookie.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import {
  cookieNeedsHttps,
  findActorByClaims,
  type SessionClaims,
  sessionClaimsSchema,
  sessionCookieName,
  sessionMaxAgeSeconds,
} from "#lib/session.ts";

const provenSchema = z.object({ id: z.uuid(), sessionVersion: z.int() });

/** next-auth's own cookies, all bound to this host when there is https. */
function authCookies(): Partial<CookiesOptions> {
  const prefix = cookieNeedsHttps() ? "__Host-" : "";
  const cookie = (name: string, maxAgeSeconds?: number) => ({
    name: `${prefix}${name}`,
    options: {
      ...sessionCookieOptions(),
      ...(maxAgeSeconds !== undefined && { maxAge: maxAgeSeconds }),
    },
  });
  return {
    sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() },
    csrfToken: cookie("whetstone.csrf"),
    callbackUrl: cookie("whetstone.callback-url"),
    pkceCodeVerifier: cookie("whetstone.pkce", 15 * 60),
    state: cookie("whetstone.state", 15 * 60),
    nonce: cookie("whetstone.nonce", 15 * 60),
  };
}

/** The claims of the session that begins, or goes on, after somebody proved who they are. */
async function claimsAfterProof(
  user: unknown,
  account: Account | null,
  request: AuthRequest,
): Promise<SessionClaims> {
  const { previous, previousClaims, userAgent } = request;
  // Asking for a guest, or linking another service, proves nothing anew: the session keeps its age.
  const provesNothing =
    account?.provider === "guest" || (account?.type === "oauth" && previous?.isGuest === false);
  const goesOn = z.object({ id: z.literal(previous?.userId ?? "") }).safeParse(user).success;
  if (provesNothing && goesOn && previousClaims) return previousClaims;
  const proven = provenSchema.parse(user);
  const claims = await startSession(proven, previous, userAgent, new Date());
  request.enteredAs = proven.id;
  return claims;
}

/** The settings of next-auth for one request. */
export function authOptions(request: AuthRequest): NextAuthOptions {
  const { previous, previousClaims } = request;
  return {
    secret: env().AUTH_SECRET,
    adapter: accountAdapter(previous),
    providers: [...ownProviders(request), ...oauthProviders()],
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds, updateAge: 86_400 },
    useSecureCookies: cookieNeedsHttps(),
    cookies: authCookies(),
    pages: {
      signIn: "/sign-in",
      signOut: "/sign-out",
      error: "/sign-in",
      verifyRequest: "/sign-in/check-mail",
    },
    jwt: {
      // next-auth links an OAuth account to whoever the cookie names, without asking whether that
      // session still counts. A guest is nobody yet: they sign in as themselves, and are merged.
      decode: async (params) => {
        const token = await decode(params);
        if (!request.isCallback) return token;
        const counts = previous && !previous.isGuest && token?.sid === previousClaims?.sid;
        return counts ? token : null;
      },
    },
    callbacks: {
      jwt: async ({ token, user, account }): Promise<JWT> => {
        // Set in spite of its type only when somebody has just proved who they are.
        const proven: unknown = user;
        if (proven)
          return { ...(await noting(request, claimsAfterProof)(proven, account, request)) };
        const claims = sessionClaimsSchema.parse(token);
        const actor = await noting(request, findActorByClaims)(claims);
        // next-auth answers a throw here by deleting the cookie.
        if (!actor) throw new AppError("UNAUTHENTICATED", "This session was ended.");
        return { ...claims };
      },
      session: noting(request, async ({ session, token }) => {
        const { sub } = sessionClaimsSchema.parse(token);
        const user = await prisma().user.findUniqueOrThrow({
          where: { id: sub },
          select: { id: true, email: true, name: true },
        });
        return { ...session, user };
      }),
      redirect: ({ url, baseUrl }) => Promise.resolve(`${baseUrl}${safePath(url, baseUrl)}`),
    },
    events: {
      async signOut({ token }) {
        const claims = sessionClaimsSchema.safeParse(token);
        if (!claims.success) return;
        await prisma().userSession.deleteMany({
          where: { userId: claims.data.sub, id: claims.data.sid },
        });
      },
      async linkAccount({ user, account }) {
        if (previous?.userId === user.id && !previous.isGuest)
          await sendLinkedNotice(user.id, account.provider);
      },
    },
    logger: {
      error: (code, metadata: unknown) => {
        if (code === "INVALID_CALLBACK_URL_ERROR")
          request.failures.push(invalidField("callbackUrl", "is not an address"));
        else if (code === "JWT_SESSION_ERROR")
          log().debug({ code }, "a session cookie does not count any more");
        else
          log().warn(
            { code, err: metadata instanceof Error ? metadata : undefined },
            "sign-in failed",
          );
      },
      warn: (code) => log().debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}
