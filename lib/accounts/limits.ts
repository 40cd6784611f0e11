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
  /** New accounts from one address. */
  signUp: { points: 60, duration: 1 * hours },
  /** New guests from one address. */
  guest: { points: 600, duration: 1 * hours },
} as const;

type Limit = keyof typeof limits;

const limiters = new Map<Limit, RateLimiterPostgres>();

function limiter(limit: Limit): RateLimiterPostgres {
  const known = limiters.get(limit);
  if (known) return known;
  const made = new RateLimiterPostgres({
    storeClient: pool(),
    storeType: "pool",
    tableName: "rate_limits",
    tableCreated: true,
    keyPrefix: limit,
    clearExpiredByTimeout: false,
    ...limits[limit],
  });
  limiters.set(limit, made);
  return made;
}

function tooOften(rejection: RateLimiterRes): AppError {
  const retryAfterSeconds = Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
  const wait = retryAfterSeconds < 120 ? `${retryAfterSeconds} seconds` : `${Math.ceil(retryAfterSeconds / 60)} minutes`;
  return new AppError("RATE_LIMITED", `Too many tries. Wait ${wait}, then try again.`, { retryAfterSeconds });
}

/** Counts one try. @throws AppError RATE_LIMITED when there were too many already. */
export async function consumeLimit(limit: Limit, key: string): Promise<void> {
  try {
    await limiter(limit).consume(key.toLowerCase());
  } catch (rejection) {
    if (rejection instanceof RateLimiterRes) throw tooOften(rejection);
    throw rejection;
  }
}

/** Looks without counting. @throws AppError RATE_LIMITED when there were too many tries already. */
export async function checkLimit(limit: Limit, key: string): Promise<void> {
  const state = await limiter(limit).get(key.toLowerCase());
  if (state && state.consumedPoints >= limits[limit].points) throw tooOften(state);
}

/** Forgets the tries, after one that succeeded. */
export async function clearLimit(limit: Limit, key: string): Promise<void> {
  await limiter(limit).delete(key.toLowerCase());
}
