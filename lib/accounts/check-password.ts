import { checkLimit, clearLimit, consumeLimit } from "#lib/accounts/limits.ts";
import { verifyPassword } from "#lib/accounts/passwords.ts";
import { prisma } from "#lib/db.ts";

interface PasswordUser {
  id: string;
  email: string | null;
  name: string | null;
}

/**
 * The user with this e-mail address and password, or null. The same answer, in the same time,
 * whether the address is unknown or the password wrong.
 * @throws AppError RATE_LIMITED after 5 failures in 15 minutes for this address from there, or 100 a day from there.
 */
export async function checkPassword(email: string, password: string, address: string): Promise<PasswordUser | null> {
  const account = `${address} ${email}`;
  await checkLimit("passwordFailure", account);
  await checkLimit("addressFailure", address);
  const user = await prisma().user.findUnique({
    where: { email },
    select: { id: true, email: true, name: true, passwordHash: true },
  });
  if (await verifyPassword(user?.passwordHash ?? null, password)) {
    await clearLimit("passwordFailure", account);
    return user && { id: user.id, email: user.email, name: user.name };
  }
  await Promise.allSettled([consumeLimit("passwordFailure", account), consumeLimit("addressFailure", address)]);
  return null;
}
