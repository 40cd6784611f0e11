import type { NextAuthOptions } from "next-auth";
import { decode, type JWT } from "next-auth/jwt";
import CredentialsProvider from "next-auth/providers/credentials";
import type { EmailConfig } from "next-auth/providers/email";
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { z } from "zod";
import { accountAdapter } from "#lib/accounts/adapter.ts";
import { checkPassword } from "#lib/accounts/check-password.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { consumeLimit } from "#lib/accounts/limits.ts";
import { credentialsSchema } from "#lib/accounts/schema.ts";
import { sendMagicLink } from "#lib/accounts/send-magic-link.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import {
  type Actor,
  cookieNeedsHttps,
  findActorByClaims,
  sessionClaimsSchema,
  sessionCookieName,
  sessionMaxAgeSeconds,
} from "#lib/session.ts";

/** What next-auth has to know about the request that it is handling. */
export interface AuthRequest {
  /** Who this browser was when the request came. */
  previous: Actor | null;
  userAgent: string;
  /** A sign-in is being completed, rather than a session read. */
  isCallback: boolean;
  /** Where the request came from, for limits. */
  address: string;
}

const guestSchema = z.object({ timeZone: z.string().max(64).optional() });

function credentialsProvider({ address }: AuthRequest) {
  return CredentialsProvider({
    id: "credentials",
    name: "e-mail and password",
    credentials: { email: { label: "E-mail", type: "email" }, password: { label: "Password", type: "password" } },
    async authorize(fields) {
      const parsed = credentialsSchema.safeParse(fields);
      if (!parsed.success) return null;
      return checkPassword(parsed.data.email, parsed.data.password, address);
    },
  });
}

/** "Signing in" as a guest makes one, so that practice needs no account. */
function guestProvider({ previous, address }: AuthRequest) {
  return CredentialsProvider({
    id: "guest",
    name: "guest",
    credentials: { timeZone: { label: "Time zone", type: "text" } },
    async authorize(fields) {
      if (previous) return { id: previous.userId };
      await consumeLimit("guest", address);
      const parsed = guestSchema.safeParse(fields);
      return createUser({ timeZone: parsed.success ? parsed.data.timeZone : undefined });
    },
  });
}

function magicLinkProvider(): EmailConfig {
  return {
    id: "email",
    type: "email",
    name: "Email",
    from: env().MAIL_FROM,
    server: "",
    maxAge: 10 * 60,
    options: {},
    async sendVerificationRequest({ identifier, url }) {
      await consumeLimit("mailLink", identifier);
      await sendMagicLink(identifier, url);
    },
  };
}

function oauthProviders() {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = env();
  return [
    ...(GITHUB_ID && GITHUB_SECRET ? [GitHubProvider({ clientId: GITHUB_ID, clientSecret: GITHUB_SECRET })] : []),
    ...(GOOGLE_ID && GOOGLE_SECRET ? [GoogleProvider({ clientId: GOOGLE_ID, clientSecret: GOOGLE_SECRET })] : []),
  ];
}

/** Which of the ways to sign in with another service's account are set up here. */
export function configuredOAuth(): { id: string; name: string }[] {
  return oauthProviders().map(({ id, name }) => ({ id, name }));
}

/** Names next-auth's own error codes for what went wrong, for the sign-in page. */
function describeAuthError(code: string, metadata: unknown): void {
  const error = metadata instanceof Error ? metadata : undefined;
  log().warn({ code, err: error }, "sign-in failed");
}

/** The settings of next-auth for one request. */
export function authOptions(request: AuthRequest): NextAuthOptions {
  const guest = request.previous?.isGuest ? request.previous : null;
  return {
    secret: env().AUTH_SECRET,
    adapter: accountAdapter(guest),
    providers: [credentialsProvider(request), guestProvider(request), magicLinkProvider(), ...oauthProviders()],
    session: { strategy: "jwt", maxAge: sessionMaxAgeSeconds, updateAge: 86_400 },
    useSecureCookies: cookieNeedsHttps(),
    cookies: {
      sessionToken: {
        name: sessionCookieName(),
        options: { httpOnly: true, sameSite: "lax", path: "/", secure: cookieNeedsHttps() },
      },
    },
    pages: { signIn: "/sign-in", signOut: "/sign-out", error: "/sign-in", verifyRequest: "/sign-in/check-mail" },
    jwt: {
      // next-auth links an OAuth account to whoever is signed in, and refuses one that is another
      // user's. A guest is nobody yet: they sign in as themselves, and are merged afterwards.
      decode: async (params) => {
        const token = await decode(params);
        return guest && token?.sub === guest.userId && request.isCallback ? null : token;
      },
    },
    callbacks: {
      async jwt({ token, user }): Promise<JWT> {
        if (user) return { ...(await startSession(user.id, request.previous, request.userAgent, new Date())) };
        const claims = sessionClaimsSchema.parse(token);
        const actor = await findActorByClaims(claims);
        // next-auth answers a throw here by deleting the cookie.
        if (!actor) throw new AppError("UNAUTHENTICATED", "This session was ended.");
        return token;
      },
      async session({ session, token }) {
        const { sub } = sessionClaimsSchema.parse(token);
        const user = await prisma().user.findUniqueOrThrow({
          where: { id: sub },
          select: { id: true, email: true, name: true },
        });
        return { ...session, user };
      },
    },
    events: {
      async signOut({ token }) {
        const claims = sessionClaimsSchema.safeParse(token);
        if (!claims.success) return;
        await prisma().userSession.deleteMany({ where: { userId: claims.data.sub, id: claims.data.sid } });
      },
    },
    logger: {
      error: describeAuthError,
      warn: (code) => log().debug({ code }, "next-auth"),
      debug: () => undefined,
    },
  };
}
