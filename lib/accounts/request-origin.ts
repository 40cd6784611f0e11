import type { Origin } from "#lib/accounts/origin.ts";
import { clientAddress } from "#lib/http.ts";

/** Where and when a request came. */
export function requestOrigin(request: Request): Origin {
  return {
    address: clientAddress(request),
    userAgent: request.headers.get("user-agent") ?? "unknown",
    now: new Date(),
  };
}
