import { createHash, randomBytes } from "node:crypto";
import { AppError } from "#lib/errors.ts";
import { Prisma } from "#lib/generated/prisma/client.ts";
import type { AccountTokenPurpose } from "#lib/generated/prisma/enums.ts";

const minutes = 60_000;

/** How long a link works. */
const lifetimeMs: Readonly<Record<AccountTokenPurpose, number>> = {
  reset_password: 60 * minutes,
  change_email: 60 * minutes,
  verify_email: 24 * 60 * minutes,
};

const hashToken = (token: string) => createHash("sha256").update(token).digest("hex");

interface NewToken {
  userId: string;
  purpose: AccountTokenPurpose;
  /** The address that the link proves. */
  email: string;
}

/** Makes the token of a mailed link; an earlier one for the same purpose stops working. */
export async function createAccountToken(
  tx: Prisma.TransactionClient,
  token: NewToken,
  now: Date,
): Promise<string> {
  const { userId, purpose } = token;
  await tx.accountToken.deleteMany({
    where: {
      OR: [
        { userId, purpose },
        { userId, expiresAt: { lt: now } },
      ],
    },
  });
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(now.getTime() + lifetimeMs[purpose]);
  await tx.accountToken.create({ data: { ...token, tokenHash: hashToken(secret), expiresAt } });
  return secret;
}

const tokenSelect = { userId: true, purpose: true, email: true } as const;

/** What a link is for, without using it up; null when it does not work (any more). */
export async function findAccountToken(
  tx: Prisma.TransactionClient,
  token: string,
  purposes: AccountTokenPurpose[],
  now: Date,
): Promise<NewToken | null> {
  return tx.accountToken.findFirst({
    where: { tokenHash: hashToken(token), purpose: { in: purposes }, expiresAt: { gt: now } },
    select: tokenSelect,
  });
}

/** NOT_FOUND for a link that was used, has expired, or never was one. */
export function brokenLink(): AppError {
  return new AppError(
    "NOT_FOUND",
    "This link was used already or has expired. Ask for a new one; nothing was changed.",
  );
}

/**
 * Uses a link up: of two at once, one wins.
 * @throws AppError NOT_FOUND
 */
export async function takeAccountToken(
  tx: Prisma.TransactionClient,
  token: string,
  purposes: AccountTokenPurpose[],
  now: Date,
): Promise<NewToken> {
  try {
    return await tx.accountToken.delete({
      where: { tokenHash: hashToken(token), purpose: { in: purposes }, expiresAt: { gt: now } },
      select: tokenSelect,
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2025")
      throw brokenLink();
    throw error;
  }
}
