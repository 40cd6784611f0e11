import { describe, expect, it } from "vitest";
import { signUp } from "#lib/accounts/sign-up.ts";
import { prisma } from "#lib/db.ts";
import { findActorByClaims } from "#lib/session.ts";
import { makeActor, makeBank } from "#seed/factories.ts";
import {
  actorOf,
  fromSomewhere,
  mailsTo,
  makeAccount,
  password,
  practise,
  someEmail,
} from "#seed/factories-accounts.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

describe("signing up", () => {
  it("keeps a guest's row and every review, and ends the guest's session", async () => {
    const guest = await makeActor();
    const [card] = (await makeBank()).cards;
    await practise(guest, card?.cardId ?? "", [Date.now() - 5000, Date.now()]);
    const email = someEmail();
    const { status, userId, claims } = await signUp(
      guest,
      { email, password, name: "Ann" },
      fromSomewhere(),
    );
    expect({ status, userId }).toEqual({ status: "created", userId: guest.userId });
    expect(await actorOf(claims)).toMatchObject({ userId, isGuest: false });
    expect(await prisma().reviewEvent.count({ where: { userId } })).toBe(2);
    expect(
      await prisma().userSession.findMany({ where: { userId }, select: { id: true } }),
    ).toEqual([{ id: claims.sid }]);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  it("makes a user with the browser's time zone where there is no session", async () => {
    const origin = fromSomewhere();
    const signedUp = await signUp(
      null,
      { email: someEmail(), password, timeZone: "Asia/Tokyo" },
      origin,
    );
    const settings = await prisma().studySettings.findUnique({
      where: { userId: signedUp.userId },
    });
    expect(settings?.timeZone).toBe("Asia/Tokyo");
  });

  it("signs in when the address has an account with this password, and merges the guest", async () => {
    const { email, actor } = await makeAccount();
    const guest = await makeActor();
    const [card] = (await makeBank()).cards;
    await practise(guest, card?.cardId ?? "", [Date.now()]);
    const result = await signUp(guest, { email: email.toUpperCase(), password }, fromSomewhere());
    expect(result).toMatchObject({ status: "signed-in", userId: actor.userId });
    expect(await prisma().reviewEvent.count({ where: { userId: actor.userId } })).toBe(1);
    expect(await prisma().user.findUnique({ where: { id: guest.userId } })).toBeNull();
  });

  it("says that an address is taken, and counts the tries", async () => {
    const { email } = await makeAccount();
    const origin = fromSomewhere();
    const tries = () => signUp(null, { email, password: "not the password" }, origin);
    for (let n = 0; n < 5; n += 1)
      await expect(tries()).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(tries()).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });

  it("refuses the commonest passwords and one's own address", async () => {
    const email = someEmail();
    for (const common of [
      "password123",
      "QWERTYUIOP",
      "aaaaaaaaaa",
      email,
      email.split("@")[0] ?? "",
    ]) {
      await expect(
        signUp(null, { email, password: common }, fromSomewhere()),
      ).rejects.toMatchObject({ code: "INVALID", details: { issues: [{ path: "password" }] } });
    }
    expect(await prisma().user.count({ where: { email } })).toBe(0);
  });

  it("refuses somebody who has an account already", async () => {
    const { actor } = await makeAccount();
    await expect(
      signUp(actor, { email: someEmail(), password }, fromSomewhere()),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("makes one account of ten sign-ups at once", async () => {
    const email = someEmail();
    const results = await Promise.all(
      Array.from({ length: 10 }, () => signUp(null, { email, password }, fromSomewhere())),
    );
    expect(results.filter(({ status }) => status === "created")).toHaveLength(1);
    expect(new Set(results.map(({ userId }) => userId)).size).toBe(1);
    for (const { claims } of results) expect(await findActorByClaims(claims)).not.toBeNull();
  });
});
