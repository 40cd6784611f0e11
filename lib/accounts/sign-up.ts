import { checkPassword, type ProvenUser } from "#lib/accounts/check-password.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { consumeLimit } from "#lib/accounts/limits.ts";
import { nameGuest } from "#lib/accounts/name-guest.ts";
import type { Origin } from "#lib/accounts/origin.ts";
import { hashPassword } from "#lib/accounts/passwords.ts";
import { refuseCommonPassword } from "#lib/accounts/refuse-common-password.ts";
import type { SignUp } from "#lib/accounts/schema.ts";
import { mailVerification } from "#lib/accounts/send-verification.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Actor, SessionClaims } from "#lib/session.ts";

export interface SignedUp {
  /** "signed-in" when the address had an account already, and the password was its. */
  status: "created" | "signed-in";
  userId: string;
  claims: SessionClaims;
}

function takenAddress(): AppError {
  const message =
    "There is an account with this address already. Sign in, or set a new password if you forgot it.";
  return new AppError("CONFLICT", message, { issues: [{ path: "email", message }] });
}

/** The new account, or null when somebody else was faster with the address. */
async function createAccount(actor: Actor | null, signUp: SignUp): Promise<ProvenUser | null> {
  const { email, password, name, timeZone } = signUp;
  await refuseCommonPassword(password, email);
  const credentials = { email, passwordHash: await hashPassword(password), ...(name && { name }) };
  try {
    return actor
      ? await nameGuest(actor, credentials)
      : await createUser({ ...credentials, timeZone });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return null;
    throw error;
  }
}

/**
 * Makes an account with e-mail and password, and opens its session. A guest keeps the row, so that
 * everything practised stays.
 * @throws AppError CONFLICT when the address has an account with another password, RATE_LIMITED, INVALID.
 */
export async function signUp(
  actor: Actor | null,
  input: SignUp,
  origin: Origin,
): Promise<SignedUp> {
  if (actor && !actor.isGuest) {
    throw new AppError(
      "CONFLICT",
      "You are signed in to an account already. Sign out first to make another one.",
    );
  }
  await consumeLimit("signUp", origin.address);
  const { email, password } = input;
  const isTaken = (await prisma().user.count({ where: { email } })) > 0;
  const created = isTaken ? null : await createAccount(actor, input);
  const user = created ?? (await checkPassword(email, password, origin.address));
  if (!user) throw takenAddress();
  // A guest that kept its row has no session left: nameGuest ended them.
  const claims = await startSession(user, actor, origin.userAgent, origin.now);
  if (created) await mailVerification(user.id, email, origin);
  return { status: created ? "created" : "signed-in", userId: user.id, claims };
}
