import { tryPassword } from "#lib/accounts/check-password.ts";
import { invalidField } from "#lib/accounts/invalid-field.ts";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Actor } from "#lib/session.ts";

export interface OwnCredentials {
  email: string | null;
  passwordHash: string | null;
}

/**
 * Makes sure that it is the account's owner who sits there, before something that a thief of the
 * session must not do. Counts like a sign-in. An account without a password passes.
 * @param field the request's name for the password.
 * @throws AppError INVALID when it is not the password, RATE_LIMITED.
 */
export async function requireOwnPassword(
  actor: Actor,
  password: string,
  address: string,
  field: string,
): Promise<OwnCredentials> {
  const user = await prisma().user.findUnique({
    where: { id: actor.userId },
    select: { email: true, passwordHash: true },
  });
  if (!user) throw new AppError("UNAUTHENTICATED", "This account does not exist any more.");
  if (user.passwordHash === null) return user;
  if (!password) throw invalidField(field, "is missing");
  if (!(await tryPassword(user.email ?? actor.userId, address, user.passwordHash, password))) {
    throw invalidField(field, "is not your password");
  }
  return user;
}
