import { describe, expect, it } from "vitest";
import { endSession } from "#lib/accounts/end-session.ts";
import { listSessions } from "#lib/accounts/queries.ts";
import { signOutEverywhere } from "#lib/accounts/sign-out-everywhere.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { unlinkAccount } from "#lib/accounts/unlink-account.ts";
import { prisma } from "#lib/db.ts";
import { findActorByClaims, sessionAbsoluteAgeSeconds } from "#lib/session.ts";
import { makeActor } from "#seed/factories.ts";
import { actorOf, anotherSession, makeAccount } from "#seed/factories-accounts.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

describe("sessions", () => {
  it("end at once, one by one, and only by their owner", async () => {
    const { actor } = await makeAccount();
    const other = await anotherSession(actor);
    const stranger = await makeAccount();
    expect((await listSessions(actor)).map(({ isThisDevice }) => isThisDevice)).toEqual([
      true,
      false,
    ]);
    await expect(endSession(stranger.actor, other.sid)).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await findActorByClaims(other)).not.toBeNull();
    await endSession(actor, other.sid);
    expect(await findActorByClaims(other)).toBeNull();
  });

  it("all end together", async () => {
    const { actor, claims } = await makeAccount();
    const other = await anotherSession(actor);
    await signOutEverywhere(actor);
    expect(await findActorByClaims(claims)).toBeNull();
    expect(await findActorByClaims(other)).toBeNull();
  });

  it("end at their absolute age, however often the cookie was renewed", async () => {
    const { claims } = await makeAccount();
    const old = { ...claims, iat0: claims.iat0 - sessionAbsoluteAgeSeconds - 1 };
    expect(await findActorByClaims(old)).toBeNull();
    await prisma().userSession.updateMany({
      where: { id: claims.sid },
      data: { expiresAt: new Date(0) },
    });
    expect(await findActorByClaims(claims)).toBeNull();
  });

  it("take the place of what this browser was before, whoever that was", async () => {
    const [one, two] = [await makeAccount(), await makeAccount()];
    await startSession({ id: two.actor.userId, sessionVersion: 0 }, one.actor, "test", new Date());
    expect(await findActorByClaims(one.claims)).toBeNull();
    expect(await findActorByClaims(two.claims)).not.toBeNull();
  });
});

describe("accounts of other services", () => {
  const link = (userId: string, provider: string) =>
    prisma().oAuthAccount.create({ data: { provider, providerAccountId: userId, userId } });

  it("can be unlinked, but not the last way in", async () => {
    const guest = await makeActor();
    await link(guest.userId, "github");
    await link(guest.userId, "google");
    const actor = { ...guest, isGuest: false };
    await unlinkAccount(actor, "google");
    await expect(unlinkAccount(actor, "google")).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(unlinkAccount(actor, "github")).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await prisma().oAuthAccount.count({ where: { userId: guest.userId } })).toBe(1);
  });

  it("can be unlinked one of two at once only, when they are the last two", async () => {
    const guest = await makeActor();
    await link(guest.userId, "github");
    await link(guest.userId, "google");
    await Promise.allSettled([unlinkAccount(guest, "github"), unlinkAccount(guest, "google")]);
    expect(await prisma().oAuthAccount.count({ where: { userId: guest.userId } })).toBe(1);
  });

  it("with an address can all be unlinked: a mailed link is a way in", async () => {
    const { actor } = await makeAccount();
    await link(actor.userId, "github");
    await unlinkAccount(actor, "github");
    expect(await actorOf(await anotherSession(actor))).toMatchObject({ isGuest: false });
  });
});
