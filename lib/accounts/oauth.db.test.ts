import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { encode } from "next-auth/jwt";
import { v4 as uuidv4 } from "uuid";
import { describe, expect, it } from "vitest";
import { authOptions } from "#lib/accounts/auth-options.ts";
import { endSession } from "#lib/accounts/end-session.ts";
import { verifyEmail } from "#lib/accounts/verify-email.ts";
import { prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import {
  type Actor,
  findActorByClaims,
  readSessionToken,
  type SessionClaims,
  sessionCookieName,
} from "#lib/session.ts";
import { makeActor, makeBank } from "#seed/factories.ts";
import { lastToken, mailsTo, makeAccount, practise, someEmail } from "#seed/factories-accounts.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

interface Profile {
  id: string;
  email: string | null;
}

/** Another service that says of its visitor whatever a test wants, without a network. */
const service = (profile: Profile): NextAuthOptions["providers"][number] => ({
  id: "service",
  name: "Service",
  type: "oauth",
  clientId: "us",
  clientSecret: "secret",
  issuer: "https://service.example",
  checks: ["none"],
  authorization: "https://service.example/authorize",
  token: {
    url: "https://service.example/token",
    request: () => Promise.resolve({ tokens: { access_token: "t" } }),
  },
  userinfo: {
    url: "https://service.example/me",
    request: () => Promise.resolve({ sub: profile.id }),
  },
  profile: () => profile,
});

/** Comes back from the service, through next-auth itself, with the cookie of `claims`. */
async function comeBack(profile: Profile, claims: SessionClaims | null) {
  const previous = claims && (await findActorByClaims(claims));
  const options = authOptions({
    previous,
    previousClaims: previous && claims,
    isCallback: true,
    userAgent: "test",
    address: "somewhere",
    failures: [],
  });
  const token = claims && (await encode({ token: { ...claims }, secret: env().AUTH_SECRET }));
  const answer = collectAnswer();
  const request = {
    method: "GET",
    query: { nextauth: ["callback", "service"], code: "x" },
    headers: {},
    cookies: token ? { [sessionCookieName()]: token } : {},
  } as unknown as NextApiRequest;
  await NextAuth(request, answer.response, { ...options, providers: [service(profile)] });
  const cookie = answer.cookie(sessionCookieName());
  const renewed = cookie ? await readSessionToken(cookie) : null;
  return {
    redirect: answer.redirect(),
    claims: renewed,
    actor: renewed && (await findActorByClaims(renewed)),
  };
}

/** As much of a response as next-auth writes to. */
function collectAnswer() {
  const headers = new Map<string, string | string[]>();
  const response = {
    getHeader: (name: string) => headers.get(name),
    setHeader(name: string, value: string | string[]) {
      headers.set(name, value);
      return response;
    },
    status: () => response,
    end: () => response,
    send: () => response,
    json: () => response,
  };
  return {
    response: response as unknown as NextApiResponse,
    redirect: () => String(headers.get("Location") ?? ""),
    cookie: (name: string) =>
      [headers.get("Set-Cookie") ?? []]
        .flat()
        .map((line) => line.split(";")[0] ?? "")
        .find((pair) => pair.startsWith(`${name}=`) && pair.length > name.length + 1)
        ?.slice(name.length + 1),
  };
}

const visitor = (email: string | null = null): Profile => ({ id: uuidv4(), email });
const claimsOf = (actor: Actor): SessionClaims => ({
  sub: actor.userId,
  sid: actor.sessionId,
  sv: 0,
  iat0: Math.floor(Date.now() / 1000),
});
const linksOf = (userId: string) => prisma().oAuthAccount.count({ where: { userId } });

describe("another service's account", () => {
  it("makes a new account, its verified address confirmed, and signs in to it again", async () => {
    const profile = visitor(someEmail());
    const first = await comeBack(profile, null);
    expect(first.actor).toMatchObject({ isGuest: false });
    const user = await prisma().user.findUnique({ where: { id: first.actor?.userId ?? "" } });
    expect(user).toMatchObject({ email: profile.email });
    expect(user?.emailVerifiedAt).not.toBeNull();
    expect((await comeBack(profile, null)).actor?.userId).toBe(first.actor?.userId);
  });

  it("lets a guest keep the row", async () => {
    const guest = await makeActor();
    const { actor } = await comeBack(visitor(), claimsOf(guest));
    expect(actor).toMatchObject({ userId: guest.userId, isGuest: false });
    expect(await findActorByClaims(claimsOf(guest))).toBeNull();
  });

  it("that is known merges the guest of this browser", async () => {
    const profile = visitor();
    const { actor } = await comeBack(profile, null);
    const guest = await makeActor();
    const [card] = (await makeBank()).cards;
    await practise(guest, card?.cardId ?? "", [Date.now()]);
    const again = await comeBack(profile, claimsOf(guest));
    expect(again.actor?.userId).toBe(actor?.userId);
    expect(await prisma().reviewEvent.count({ where: { userId: actor?.userId ?? "" } })).toBe(1);
  });

  it("is linked only while signed in: the same address alone links nothing", async () => {
    const account = await makeAccount();
    await verifyEmail(account.actor, await lastToken(account.email), new Date());
    const profile = visitor(account.email);
    const refused = await comeBack(profile, null);
    expect(refused.redirect).toContain("error=OAuthAccountNotLinked");
    expect(refused.claims).toBeNull();
    const linked = await comeBack(profile, account.claims);
    // Linking proves nothing about the account: the session goes on with its age.
    expect(linked.claims).toMatchObject({ sid: account.claims.sid, iat0: account.claims.iat0 });
    expect(await linksOf(account.actor.userId)).toBe(1);
    expect((await mailsTo(account.email)).at(-1)).toContain("was linked");
  });

  it("is not linked by a session that was ended", async () => {
    const account = await makeAccount();
    await endSession(account.actor, account.claims.sid);
    const { actor } = await comeBack(visitor(), account.claims);
    expect(actor?.userId).not.toBe(account.actor.userId);
    expect(await linksOf(account.actor.userId)).toBe(0);
  });

  it("of somebody else is not taken over", async () => {
    const profile = visitor();
    const owner = await comeBack(profile, null);
    const account = await makeAccount();
    expect((await comeBack(profile, account.claims)).redirect).toContain(
      "error=OAuthAccountNotLinked",
    );
    expect(await linksOf(owner.actor?.userId ?? "")).toBe(1);
  });
});
