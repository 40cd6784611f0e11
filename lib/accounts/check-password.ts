import { clearLimit, consumeLimit, returnTry } from "#lib/accounts/limits.ts";
import { oneAtATime } from "#lib/accounts/one-at-a-time.ts";
import { verifyPassword } from "#lib/accounts/passwords.ts";
import { prisma } from "#lib/db.ts";

/** Whoever proved who they are, as `startSession` wants it. */
export interface ProvenUser {
  id: string;
  email: string | null;
  name: string | null;
  /** As it stood when the proof was looked at: a change of the password meanwhile voids the proof. */
  sessionVersion: number;
}

/**
 * Whether a password fits, counting the try before the hashing.
 * @param account what the tries are counted under, together with where they come from.
 * @param passwordHash null for an account that does not exist or has no password: takes as long.
 * @throws AppError RATE_LIMITED after 5 failures in 15 minutes for this account from there, or 100 a day from there.
 */
export async function tryPassword(
  account: string,
  address: string,
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const key = `${address} ${account}`;
  return oneAtATime(key.toLowerCase(), async () => {
    await consumeLimit("passwordFailure", key);
    await consumeLimit("addressFailure", address);
    const fits = await verifyPassword(passwordHash, password);
    if (fits)
      await Promise.all([clearLimit("passwordFailure", key), returnTry("addressFailure", address)]);
    return fits;
  });
}

/**
 * The user with this e-mail address and password, or null. The same answer, in the same time,
 * whether the address is unknown or the password wrong.
 * @throws AppError RATE_LIMITED
 */
export async function checkPassword(
  email: string,
  password: string,
  address: string,
): Promise<ProvenUser | null> {
  const user = await prisma().user.findUnique({
    where: { email },
    select: { id: true, email: true, name: true, sessionVersion: true, passwordHash: true },
  });
  if (!(await tryPassword(email, address, user?.passwordHash ?? null, password)) || !user)
    return null;
  return { id: user.id, email: user.email, name: user.name, sessionVersion: user.sessionVersion };
}
