import type { Actor, SessionClaims } from "#lib/session.ts";

/** What next-auth has to know about the request that it is handling. */
export interface AuthRequest {
  /** Who this browser was when the request came, and what its cookie said. */
  previous: Actor | null;
  previousClaims: SessionClaims | null;
  userAgent: string;
  /** A sign-in is being completed, rather than a session read. */
  isCallback: boolean;
  /** Where the request came from, for limits. */
  address: string;
  /** What failed in our parts; next-auth would turn it into a wrong password or an ended session. */
  failures: Error[];
  /** Who signed in by this request, once that is done. */
  enteredAs?: string;
}

/** `work`, noting for the request what it throws. */
export function noting<Arguments extends unknown[], Result>(
  { failures }: AuthRequest,
  work: (...args: Arguments) => Promise<Result>,
): (...args: Arguments) => Promise<Result> {
  return async (...args) => {
    try {
      return await work(...args);
    } catch (error) {
      failures.push(error instanceof Error ? error : new Error(String(error)));
      throw error;
    }
  };
}
