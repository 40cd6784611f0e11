import { changePassword } from "#lib/accounts/change-password.ts";
import { deleteAccount } from "#lib/accounts/delete-account.ts";
import { endSession } from "#lib/accounts/end-session.ts";
import { exportAccount } from "#lib/accounts/export-account.ts";
import { nameGuest } from "#lib/accounts/name-guest.ts";
import type { Origin } from "#lib/accounts/origin.ts";
import { findLink, getAccount, getSettings, listSessions } from "#lib/accounts/queries.ts";
import { requestEmailChange } from "#lib/accounts/request-email-change.ts";
import { requireOwnPassword } from "#lib/accounts/require-own-password.ts";
import { resetPassword } from "#lib/accounts/reset-password.ts";
import { resendVerification } from "#lib/accounts/send-verification.ts";
import { signOutEverywhere } from "#lib/accounts/sign-out-everywhere.ts";
import { signUp } from "#lib/accounts/sign-up.ts";
import { unlinkAccount } from "#lib/accounts/unlink-account.ts";
import { updateSettings } from "#lib/accounts/update-settings.ts";
import { verifyEmail } from "#lib/accounts/verify-email.ts";
import { anybody, type FunctionCase, signedIn } from "#lib/isolation/cases/case.ts";
import { password } from "#lib/isolation/world.ts";

const address = "192.0.2.1";
const origin = (): Origin => ({ address, userAgent: "test", now: new Date() });

async function collect(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

/** One row or more per function of `lib/accounts`. */
export const accountsCases: Record<string, FunctionCase[]> = {
  "lib/accounts/change-password.ts changePassword": [
    signedIn("same", "none", (who) =>
      changePassword(
        who,
        { currentPassword: password, newPassword: "another horse battery" },
        address,
      ),
    ),
  ],
  "lib/accounts/delete-account.ts deleteAccount": [
    signedIn("same", "none", (who, at) =>
      deleteAccount(who, { confirmation: at.email, password }, address),
    ),
    signedIn("same", "none", (who, at) =>
      deleteAccount(
        { ...who, sessionId: at.signInSessionId },
        { confirmation: "no", password },
        address,
      ),
    ),
  ],
  "lib/accounts/end-session.ts endSession": [
    signedIn("NOT_FOUND", "owner", (who, at) => endSession(who, at.signInSessionId)),
  ],
  "lib/accounts/export-account.ts exportAccount": [
    signedIn("same", "owner", async (who) => collect(await exportAccount(who, new Date()))),
  ],
  "lib/accounts/name-guest.ts nameGuest": [
    signedIn("same", "none", (who, at) => nameGuest(who, { email: at.email })),
  ],
  "lib/accounts/queries.ts getSettings": [signedIn("same", "owner", (who) => getSettings(who))],
  "lib/accounts/queries.ts listSessions": [
    signedIn("same", "owner", (who) => listSessions(who)),
    signedIn("same", "owner", (who, at) => listSessions({ ...who, sessionId: at.signInSessionId })),
  ],
  "lib/accounts/queries.ts getAccount": [signedIn("same", "owner", (who) => getAccount(who))],
  "lib/accounts/queries.ts findLink": [
    anybody("same", "none", (who, at) =>
      findLink(who, at.tokenHash, ["reset_password", "change_email"]),
    ),
  ],
  "lib/accounts/request-email-change.ts requestEmailChange": [
    signedIn("same", "none", (who) =>
      requestEmailChange(
        who,
        { email: "free@example.org", password: "not the password" },
        origin(),
      ),
    ),
  ],
  "lib/accounts/require-own-password.ts requireOwnPassword": [
    signedIn("same", "owner", (who) => requireOwnPassword(who, password, address, "password")),
  ],
  "lib/accounts/reset-password.ts resetPassword": [
    anybody("NOT_FOUND", "none", (who, at) =>
      resetPassword(who, { token: at.tokenHash, password: "another horse battery" }, origin()),
    ),
  ],
  "lib/accounts/send-verification.ts resendVerification": [
    signedIn("same", "none", (who) => resendVerification(who, origin())),
  ],
  "lib/accounts/sign-out-everywhere.ts signOutEverywhere": [
    signedIn("same", "none", (who) => signOutEverywhere(who)),
  ],
  "lib/accounts/sign-up.ts signUp": [
    // An address can have one account only, so signing up tells that there is one.
    anybody("differs", "none", (who, at) =>
      signUp(who, { email: at.email, password: "not the password" }, origin()),
    ),
  ],
  "lib/accounts/unlink-account.ts unlinkAccount": [
    signedIn("NOT_FOUND", "owner", (who, at) => unlinkAccount(who, at.provider)),
  ],
  "lib/accounts/update-settings.ts updateSettings": [
    signedIn("same", "none", (who) =>
      updateSettings(who, { name: "Stranger", newPerDay: 3 }, new Date()),
    ),
  ],
  "lib/accounts/verify-email.ts verifyEmail": [
    anybody("NOT_FOUND", "none", (who, at) => verifyEmail(who, at.tokenHash, new Date())),
  ],
};
