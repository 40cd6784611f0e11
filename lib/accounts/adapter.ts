import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { createUser } from "#lib/accounts/create-user.ts";
import { nameGuest } from "#lib/accounts/name-guest.ts";
import { type ProvenUserRow, proveEmail, provenUserSelect } from "#lib/accounts/prove-email.ts";
import { prisma } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Actor } from "#lib/session.ts";

/** As next-auth wants it, with the session version that `startSession` asks for. */
function toAdapterUser({
  emailVerifiedAt,
  email,
  ...user
}: ProvenUserRow): AdapterUser & { sessionVersion: number } {
  return { ...user, email: email ?? "", emailVerified: emailVerifiedAt };
}

/** A link that was used, or never existed, is a link that does not work: no error. */
function nullWhenMissing(error: unknown): null {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2025") return null;
  throw error;
}

/**
 * How next-auth reaches users, for magic links and OAuth. Sessions are not kept through it.
 * @param previous who this browser was until now: a new account takes over a guest's row.
 */
export function accountAdapter(previous: Actor | null): Adapter {
  return {
    async createUser({ email, name }: Omit<AdapterUser, "id">) {
      // A magic link proves the address; of OAuth addresses only those that the provider verified get here.
      const data = { ...(email && { email, emailVerifiedAt: new Date() }), ...(name && { name }) };
      return toAdapterUser(
        previous?.isGuest ? await nameGuest(previous, data) : await createUser(data),
      );
    },
    async getUser(id) {
      const user = await prisma().user.findUnique({ where: { id }, select: provenUserSelect });
      return user && toAdapterUser(user);
    },
    async getUserByEmail(email) {
      const user = await prisma().user.findUnique({ where: { email }, select: provenUserSelect });
      return user && toAdapterUser(user);
    },
    async getUserByAccount({ provider, providerAccountId }) {
      const account = await prisma().oAuthAccount.findUnique({
        where: { provider_providerAccountId: { provider, providerAccountId } },
        select: { user: { select: provenUserSelect } },
      });
      return account && toAdapterUser(account.user);
    },
    async updateUser({ id, emailVerified, name }) {
      if (emailVerified) {
        return toAdapterUser(
          await prisma().$transaction((tx) => proveEmail(tx, id, previous, emailVerified)),
        );
      }
      const data = name ? { name } : {};
      return toAdapterUser(
        await prisma().user.update({ where: { id }, data, select: provenUserSelect }),
      );
    },
    async linkAccount({ userId, provider, providerAccountId }: AdapterAccount) {
      await prisma().oAuthAccount.create({ data: { userId, provider, providerAccountId } });
    },
    async createVerificationToken({ identifier, token, expires }) {
      await prisma().verificationToken.deleteMany({ where: { expiresAt: { lt: new Date() } } });
      await prisma().verificationToken.create({ data: { identifier, token, expiresAt: expires } });
      return { identifier, token, expires };
    },
    async useVerificationToken({ identifier, token }) {
      const where = { identifier_token: { identifier, token } };
      const used = await prisma().verificationToken.delete({ where }).catch(nullWhenMissing);
      return used && { identifier: used.identifier, token: used.token, expires: used.expiresAt };
    },
  };
}
