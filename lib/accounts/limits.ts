import { createHash } from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { pool } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";

const minutes = 60;
const hours = 60 * minutes;

/** What can be tried how often. Counted in the database, so over all processes and restarts. */
const limits = {
  /** Failed passwords for one account from one address. */
  passwordFailure: { points: 5, duration: 15 * minutes },
  /** Failed passwords from one address, whatever the account. */
  addressFailure: { points: 100, duration: 24 * hours },
  /** Mails with a link to one e-mail address. */
  mailLink: { points: 3, duration: 1 * hours },
  /** Mails with a link asked for from one address, whoever gets them. */
  mailFromAddress: { points: 60, duration: 1 * hours },
  /** New accounts from one address. */
  signUp: { points: 60, duration: 1 * hours },
  /** New guests from one address. */
  guest: { points: 600, duration: 1 * hours },
  /** Downloads of everything by one user. */
  export: { points: 20, duration: 1 * hours },
} as const;

export type Limit = keyof typeof limits;

const limiters = new Map<Limit, { pool: ReturnType<typeof pool>; limiter: RateLimiterPostgres }>();

function limiter(limit: Limit): RateLimiterPostgres {
  const storeClient = pool();
  const known = limiters.get(limit);
  if (known?.pool === storeClient) return known.limiter;
  const made = new RateLimiterPostgres({
    storeClient,
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: limit,
    // One of them sweeps the table for all.
    clearExpiredByTimeout: limit === "passwordFailure",
    ...limits[limit],
  });
  limiters.set(limit, { pool: storeClient, limiter: made });
  return made;
}

/** Keys hold e-mail addresses, which can be longer than the column and need not lie around. */
function hashed(key: string): string {
  return createHash("sha256").update(key.toLowerCase()).digest("base64url");
}

function tooOften(rejection: RateLimiterRes): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
  const wait =
    retryAfterSeconds < 120
      ? `${retryAfterSeconds} seconds`
      : `${Math.ceil(retryAfterSeconds / 60)} minutes`;
  return new AppError("RATE_LIMITED", `Too many tries. Wait ${wait}, then try again.`, {
    retryAfterSeconds,
  });
}

/**
 * Counts one try. Count before the work that is limited: of many tries at once, only as many as
 * are allowed get past this.
 * @throws AppError RATE_LIMITED when there were too many already.
 */
export async function consumeLimit(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(hashed(key));
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) throw tooOften(rejection);
    throw rejection;
  }
}

/** Takes one counted try back, after it turned out not to be a failure. */
export async function returnTry(limit: Limit, key: string): Promise<void> {
  await limiter(limit).reward(hashed(key));
}

/** Forgets the tries, after one that succeeded. */
export async function clearLimit(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(hashed(key));
}
