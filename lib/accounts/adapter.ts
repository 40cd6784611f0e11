import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { createUser } from "#lib/accounts/create-user.ts";
import { prisma } from "#lib/db.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { Actor } from "#lib/session.ts";

const userSelect = { id: true, email: true, name: true, emailVerifiedAt: true } as const;

interface UserRow {
  id: string;
  email: string | null;
  name: string | null;
  emailVerifiedAt: Date | null;
}

function toAdapterUser(user: UserRow): AdapterUser {
  return { id: user.id, email: user.email ?? "", name: user.name, emailVerified: user.emailVerifiedAt };
}

/**
 * The first proof that an e-mail address is somebody's. Whoever set a password for it before may
 * have been someone else, so the password and its sessions end here.
 */
async function proveEmail(id: string, at: Date): Promise<UserRow> {
  return prisma().$transaction(async (tx) => {
    const user = await tx.user.findUniqueOrThrow({ where: { id }, select: userSelect });
    if (user.emailVerifiedAt) return user;
    await tx.userSession.deleteMany({ where: { userId: id } });
    return tx.user.update({
      where: { id },
      data: { emailVerifiedAt: at, passwordHash: null, sessionVersion: { increment: 1 } },
      select: userSelect,
    });
  });
}

/** A link that was used, or never existed, is a link that does not work: no error. */
function nullWhenMissing(error: unknown): null {
  if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2025") return null;
  throw error;
}

/**
 * How next-auth reaches users, for magic links and OAuth. Sessions are not kept through it.
 * @param guest the guest in whose browser this happens: a new account takes over the guest's row.
 */
export function accountAdapter(guest: Actor | null): Adapter {
  return {
    async createUser(user: Omit<AdapterUser, "id">) {
      const email = user.email ? user.email : undefined;
      const data = {
        ...(email && { email }),
        ...(user.name && { name: user.name }),
        ...(user.emailVerified && { emailVerifiedAt: user.emailVerified }),
      };
      if (!guest) return toAdapterUser(await createUser(data));
      return toAdapterUser(await prisma().user.update({ where: { id: guest.userId }, data, select: userSelect }));
    },
    async getUser(id) {
      const user = await prisma().user.findUnique({ where: { id }, select: userSelect });
      return user && toAdapterUser(user);
    },
    async getUserByEmail(email) {
      const user = await prisma().user.findUnique({ where: { email }, select: userSelect });
      return user && toAdapterUser(user);
    },
    async getUserByAccount({ provider, providerAccountId }) {
      const account = await prisma().oAuthAccount.findUnique({
        where: { provider_providerAccountId: { provider, providerAccountId } },
        select: { user: { select: userSelect } },
      });
      return account && toAdapterUser(account.user);
    },
    async updateUser({ id, emailVerified, name }) {
      if (emailVerified) return toAdapterUser(await proveEmail(id, emailVerified));
      const data = name ? { name } : {};
      return toAdapterUser(await prisma().user.update({ where: { id }, data, select: userSelect }));
    },
    async linkAccount({ userId, provider, providerAccountId }: AdapterAccount) {
      await prisma().oAuthAccount.create({ data: { userId, provider, providerAccountId } });
    },
    async createVerificationToken({ identifier, token, expires }) {
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
