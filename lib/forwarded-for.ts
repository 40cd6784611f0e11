import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

// The server and the routes are bundled apart, so what one knows the other finds here.
const store = globalThis as typeof globalThis & { whetstoneIgnoresForwardedFor?: boolean };

/**
 * Drops `X-Forwarded-For` from every request before anything reads it. Next then fills in the peer
 * of the connection, but would keep whatever a client wrote there itself. Without a proxy that
 * header is only a way around limits per address.
 */
export function ignoreForwardedFor(): void {
  if (store.whetstoneIgnoresForwardedFor) return;
  store.whetstoneIgnoresForwardedFor = true;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    delete request.headers["x-forwarded-for"];
  });
}

/** Whether this process does that. */
export function ignoresForwardedFor(): boolean {
  return store.whetstoneIgnoresForwardedFor === true;
}
