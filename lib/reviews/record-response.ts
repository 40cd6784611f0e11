import { type ErrorCode, statusByCode } from "#lib/errors.ts";
import type { EventResult } from "#lib/reviews/schema.ts";

/**
 * The answer to a batch: 200 with one result per event if anything in it could be used, else 404
 * or 400 with the first reason beside the results.
 */
export function recordResponse(results: EventResult[]): Response {
  const headers = { "Cache-Control": "private, no-store" };
  const [first] = results;
  const nothingUsable = results.every(
    ({ status }) => status === "rejected" || status === "conflict",
  );
  if (!first || !nothingUsable) return Response.json({ results }, { headers });
  const isMissing = first.reason?.startsWith("cardId: there is no such card") ?? false;
  const code: ErrorCode =
    first.status === "conflict" ? "CONFLICT" : isMissing ? "NOT_FOUND" : "INVALID";
  const error = { code, message: `Nothing was recorded. ${first.reason ?? ""}` };
  return Response.json({ error, results }, { status: statusByCode[code], headers });
}
