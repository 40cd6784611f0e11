import { hash, verify } from "@node-rs/argon2";
import { AppError } from "#lib/errors.ts";

// OWASP's first choice for argon2id: 19 MiB, two passes, one lane.
// (argon2id is what the library uses unless told otherwise.)
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashing keeps a core busy for some 20 ms: two at a time leave room for everybody else. */
const maximumAtOnce = 2;
/** More than this many in the queue would wait for longer than people do. */
const maximumWaiting = 200;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= maximumAtOnce) {
    if (waiting.length >= maximumWaiting) {
      throw new AppError(
        "UNAVAILABLE",
        "Too many people sign in at this moment. Try again in a few seconds.",
        { retryAfterSeconds: 5 },
      );
    }
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** The argon2id hash of a password, with its salt and parameters. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, options));
}

let dummyHash: Promise<string> | undefined;

/**
 * Whether a password fits a hash. Without a hash (no such account, or one without a password) it
 * takes as long and says no.
 */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  dummyHash ??= hash("nobody has this password", options);
  const against = passwordHash ?? (await dummyHash);
  const fits = await inTurn(() => verify(against, password));
  return passwordHash !== null && fits;
}
