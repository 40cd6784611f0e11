import { describe, expect, it } from "vitest";
import { accountAdapter } from "#lib/accounts/adapter.ts";
import { checkPassword } from "#lib/accounts/check-password.ts";
import { requestEmailChange } from "#lib/accounts/request-email-change.ts";
import { resetPassword } from "#lib/accounts/reset-password.ts";
import { verifyEmail } from "#lib/accounts/verify-email.ts";
import { prisma } from "#lib/db.ts";
import { findActorByClaims } from "#lib/session.ts";
import {
  actorOf,
  anotherSession,
  fromSomewhere,
  lastToken,
  mailsTo,
  makeAccount,
  password,
  someEmail,
} from "#seed/factories-accounts.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

/** Somebody registered an address that is not theirs, and linked an account of another service. */
async function preHijack() {
  const attacker = await makeAccount();
  const { userId } = attacker.actor;
  await prisma().oAuthAccount.create({
    data: { provider: "github", providerAccountId: userId, userId },
  });
  return attacker;
}

async function expectAttackerOut({ email, claims, actor }: Awaited<ReturnType<typeof preHijack>>) {
  expect(await findActorByClaims(claims)).toBeNull();
  expect(await checkPassword(email, password, "attacker")).toBeNull();
  expect(await prisma().oAuthAccount.count({ where: { userId: actor.userId } })).toBe(0);
}

describe("the first proof of an address", () => {
  it("by a magic link ends whatever was set up before it", async () => {
    const attacker = await preHijack();
    await accountAdapter(null).updateUser?.({
      id: attacker.actor.userId,
      emailVerified: new Date(),
    });
    await expectAttackerOut(attacker);
  });

  it("by the mailed link, elsewhere, does too, and lets the owner choose a password", async () => {
    const attacker = await preHijack();
    const { resetToken } = await verifyEmail(null, await lastToken(attacker.email), new Date());
    await expectAttackerOut(attacker);
    const choice = { token: resetToken ?? "", password: "granite lantern seven" };
    await resetPassword(null, choice, fromSomewhere());
    expect(await checkPassword(attacker.email, choice.password, "owner")).not.toBeNull();
  });

  it("by a reset ends linked accounts of other services", async () => {
    const attacker = await preHijack();
    const { requestReset } = await import("#lib/accounts/request-reset.ts");
    await requestReset(attacker.email, new Date());
    const choice = { token: await lastToken(attacker.email), password: "granite lantern seven" };
    await resetPassword(null, choice, fromSomewhere());
    await expectAttackerOut(attacker);
  });

  it("in the browser that signed up keeps password and session", async () => {
    const { actor, claims, email } = await makeAccount();
    const token = await lastToken(email);
    expect(await verifyEmail(actor, token, new Date())).toEqual({ email });
    expect(await findActorByClaims(claims)).not.toBeNull();
    expect(await checkPassword(email, password, "here")).not.toBeNull();
    await expect(verifyEmail(actor, token, new Date())).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  });

  it("a later magic link takes nothing away", async () => {
    const { actor, claims, email } = await makeAccount();
    await verifyEmail(actor, await lastToken(email), new Date());
    await accountAdapter(null).updateUser?.({ id: actor.userId, emailVerified: new Date() });
    expect(await findActorByClaims(claims)).not.toBeNull();
    expect(await checkPassword(email, password, "here")).not.toBeNull();
  });
});

describe("a change of address", () => {
  it("takes the password, tells the old address, and counts once confirmed while signed in", async () => {
    const { actor, email } = await makeAccount();
    const next = someEmail();
    const change = (given: string) =>
      requestEmailChange(actor, { email: next, password: given }, fromSomewhere());
    await expect(change("not it")).rejects.toMatchObject({
      details: { issues: [{ path: "password" }] },
    });
    await change(password);
    expect((await mailsTo(email)).at(-1)).toContain(next);
    const token = await lastToken(next);
    const stranger = await makeAccount();
    for (const who of [null, stranger.actor]) {
      await expect(verifyEmail(who, token, new Date())).rejects.toMatchObject({
        code: "FORBIDDEN",
      });
    }
    const elsewhere = await actorOf(await anotherSession(actor));
    expect(await verifyEmail(elsewhere, token, new Date())).toEqual({ email: next });
    expect(await checkPassword(next, password, "here")).toMatchObject({ id: actor.userId });
    expect(await checkPassword(email, password, "here")).toBeNull();
  });

  it("to an address that was taken meanwhile leaves everything as it was", async () => {
    const { actor, email } = await makeAccount();
    const wanted = someEmail();
    await requestEmailChange(actor, { email: wanted, password }, fromSomewhere());
    const token = await lastToken(wanted);
    await makeAccount(wanted);
    await expect(verifyEmail(actor, token, new Date())).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await checkPassword(email, password, "here")).not.toBeNull();
  });

  it("to another account's address is refused", async () => {
    const [one, two] = [await makeAccount(), await makeAccount()];
    await expect(
      requestEmailChange(one.actor, { email: two.email, password }, fromSomewhere()),
    ).rejects.toMatchObject({ code: "CONFLICT" });
  });
});
