/** Every way in which a request can fail on purpose. Anything else is a bug and answers 500. */
export const statusByCode = {
  INVALID: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  TOO_LARGE: 413,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
} as const;

export type ErrorCode = keyof typeof statusByCode;

/** One wrong field of a request: its path, and what is wrong with it. */
export interface FieldIssue {
  path: string;
  message: string;
}

interface AppErrorDetails {
  issues?: FieldIssue[];
  retryAfterSeconds?: number;
}

/**
 * A failure whose message may be shown to the person: it says what happened and how to mend it.
 * What an actor may not see is NOT_FOUND, exactly like what does not exist.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: AppErrorDetails;

  constructor(code: ErrorCode, message: string, details: AppErrorDetails = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/** NOT_FOUND for `what`, for example "card". */
export function notFound(what: string): AppError {
  return new AppError("NOT_FOUND", `There is no such ${what}, or it is not yours to see.`);
}

const connectionErrorCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "57P01", // admin shutdown
  "57P02", // crash shutdown
  "57P03", // cannot connect now
  "08000",
  "08001",
  "08003",
  "08006",
  "53300", // too many connections
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
]);

/** Whether an error says that the database could not be reached, rather than that it refused. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (connectionErrorCodes.has(code)) return true;
  if (
    /Connection terminated|timeout exceeded when trying to connect|is not queryable|DatabaseNotReachable/.test(
      error.message,
    )
  ) {
    return true;
  }
  return error.cause !== undefined && isDatabaseAway(error.cause);
}
