import { describe, expect, it } from "vitest";
import { changePassword } from "#lib/accounts/change-password.ts";
import { checkPassword } from "#lib/accounts/check-password.ts";
import { requestReset } from "#lib/accounts/request-reset.ts";
import { resetPassword } from "#lib/accounts/reset-password.ts";
import { startSession } from "#lib/accounts/start-session.ts";
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

const newPassword = "granite lantern seven";
const hourMs = 3_600_000;

describe("changing the password", () => {
  it("ends every other session and keeps this one, with its age", async () => {
    const { actor, claims, email } = await makeAccount();
    const other = await anotherSession(actor);
    const renewed = await changePassword(actor, { currentPassword: password, newPassword }, "here");
    expect(await findActorByClaims(other)).toBeNull();
    expect(await findActorByClaims(claims)).toBeNull(); // the old cookie of this browser, if stolen
    expect(await actorOf(renewed)).toMatchObject({
      userId: actor.userId,
      sessionId: actor.sessionId,
    });
    expect(renewed.iat0).toBe(claims.iat0);
    expect(await checkPassword(email, newPassword, "here")).toMatchObject({ id: actor.userId });
    expect(await checkPassword(email, password, "here")).toBeNull();
  });

  it("refuses a wrong current password and a common new one, naming the field", async () => {
    const { actor } = await makeAccount();
    await expect(
      changePassword(actor, { currentPassword: "nonsense", newPassword }, "here"),
    ).rejects.toMatchObject({ details: { issues: [{ path: "currentPassword" }] } });
    await expect(
      changePassword(actor, { currentPassword: password, newPassword: "password123" }, "here"),
    ).rejects.toMatchObject({ details: { issues: [{ path: "newPassword" }] } });
  });

  it("voids a sign-in whose proof was looked at before the change", async () => {
    const { actor, email } = await makeAccount();
    const proven = await checkPassword(email, password, "here");
    await changePassword(actor, { currentPassword: password, newPassword }, "here");
    if (!proven) throw new Error("the password was right");
    expect(
      await findActorByClaims(await startSession(proven, null, "late", new Date())),
    ).toBeNull();
  });
});

describe("a reset", () => {
  it("sets the password once, confirms the address and ends every session", async () => {
    const { actor, claims, email } = await makeAccount();
    await requestReset(email, new Date());
    const token = await lastToken(email);
    const origin = fromSomewhere();
    const tries = await Promise.allSettled([
      resetPassword(null, { token, password: newPassword }, origin),
      resetPassword(null, { token, password: newPassword }, origin),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await findActorByClaims(claims)).toBeNull();
    expect(await checkPassword(email, newPassword, "here")).not.toBeNull();
    const user = await prisma().user.findUnique({ where: { id: actor.userId } });
    expect(user?.emailVerifiedAt).not.toBeNull();
    await expect(
      resetPassword(null, { token, password: newPassword }, origin),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("expires after an hour, and a newer link replaces it", async () => {
    const { email } = await makeAccount();
    await requestReset(email, new Date());
    const first = await lastToken(email);
    const late = { ...fromSomewhere(), now: new Date(Date.now() + hourMs + 1000) };
    await expect(
      resetPassword(null, { token: first, password: newPassword }, late),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    await requestReset(email, new Date());
    await expect(
      resetPassword(null, { token: first, password: newPassword }, fromSomewhere()),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps its link when the new password is refused", async () => {
    const { email } = await makeAccount();
    await requestReset(email, new Date());
    const token = await lastToken(email);
    await expect(
      resetPassword(null, { token, password: "password123" }, fromSomewhere()),
    ).rejects.toMatchObject({ code: "INVALID" });
    await expect(
      resetPassword(null, { token, password: newPassword }, fromSomewhere()),
    ).resolves.toEqual({ email });
  });

  it("mails nothing to an address without an account, and at most three links an hour", async () => {
    const nobody = someEmail();
    await requestReset(nobody, new Date());
    expect(await mailsTo(nobody)).toEqual([]);
    const { email } = await makeAccount(); // one link was mailed to confirm the address
    for (let n = 0; n < 5; n += 1) await requestReset(email, new Date());
    expect(await mailsTo(email)).toHaveLength(3);
  });
});
