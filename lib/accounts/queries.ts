import { findAccountToken } from "#lib/accounts/account-tokens.ts";
import { configuredOAuth } from "#lib/accounts/oauth-providers.ts";
import type { Theme } from "#lib/accounts/settings-schema.ts";
import type { Rung } from "#lib/content/rungs.ts";
import { rungSchema } from "#lib/content/schema.ts";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { AccountTokenPurpose } from "#lib/generated/prisma/enums.ts";
import type { Actor } from "#lib/session.ts";

export interface Settings {
  name: string | null;
  timeZone: string;
  dayStartsAtHour: number;
  desiredRetention: number;
  newPerDay: number;
  reviewsPerDay: number;
  rungs: Rung[];
  theme: Theme;
}

const gone = () => new AppError("UNAUTHENTICATED", "This account does not exist any more.");

/** The actor's settings. */
export async function getSettings(actor: Actor): Promise<Settings> {
  const found = await prisma().studySettings.findUnique({
    where: { userId: actor.userId },
    select: {
      timeZone: true,
      dayStartsAtHour: true,
      desiredRetention: true,
      newPerDay: true,
      reviewsPerDay: true,
      rungs: true,
      theme: true,
      user: { select: { name: true } },
    },
  });
  if (!found) throw gone();
  const { user, rungs, ...settings } = found;
  return { name: user.name, ...settings, rungs: rungSchema.array().parse(rungs) };
}

export interface SessionSummary {
  id: string;
  userAgent: string;
  createdAt: string;
  lastSeenAt: string;
  isThisDevice: boolean;
}

/** The actor's open sessions, this one first, then the latest used; at most 100. */
export async function listSessions(actor: Actor): Promise<SessionSummary[]> {
  const sessions = await prisma().userSession.findMany({
    where: { userId: actor.userId, expiresAt: { gt: new Date() } },
    select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
    take: 100,
  });
  return sessions
    .map(({ createdAt, lastSeenAt, ...session }) => ({
      ...session,
      createdAt: createdAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      isThisDevice: session.id === actor.sessionId,
    }))
    .sort((a, b) => Number(b.isThisDevice) - Number(a.isThisDevice));
}

export interface AccountSummary {
  email: string | null;
  isVerified: boolean;
  name: string | null;
  isGuest: boolean;
  hasPassword: boolean;
  reviewCount: number;
  /** Other services: those set up here, and those that are linked although they no longer are. */
  services: { id: string; name: string; isLinked: boolean; canLink: boolean }[];
}

/** What the pages about the account show. */
export async function getAccount(actor: Actor): Promise<AccountSummary> {
  const user = await prisma().user.findUnique({
    where: { id: actor.userId },
    select: {
      email: true,
      emailVerifiedAt: true,
      name: true,
      passwordHash: true,
      oauthAccounts: { select: { provider: true } },
      _count: { select: { reviewEvents: { where: { kind: "review", undoneById: null } } } },
    },
  });
  if (!user) throw gone();
  const linked = new Set(user.oauthAccounts.map(({ provider }) => provider));
  const configured = configuredOAuth();
  const others = [...linked].filter((id) => !configured.some((service) => service.id === id));
  return {
    email: user.email,
    isVerified: user.emailVerifiedAt !== null,
    name: user.name,
    isGuest: actor.isGuest,
    hasPassword: user.passwordHash !== null,
    reviewCount: user._count.reviewEvents,
    services: [
      ...configured.map(({ id, name }) => ({ id, name, isLinked: linked.has(id), canLink: true })),
      ...others.map((id) => ({ id, name: id, isLinked: true, canLink: false })),
    ],
  };
}

export interface LinkSummary {
  purpose: AccountTokenPurpose;
  email: string;
  /** The browser is signed in to the account that the link is about. */
  isOwn: boolean;
}

/** What a mailed link would do, without using it up; null when it does not work any more. */
export async function findLink(
  actor: Actor | null,
  token: string,
  purposes: AccountTokenPurpose[],
): Promise<LinkSummary | null> {
  const found = await findAccountToken(prisma(), token, purposes, new Date());
  return (
    found && { purpose: found.purpose, email: found.email, isOwn: found.userId === actor?.userId }
  );
}
