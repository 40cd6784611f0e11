import { type NextRequest, NextResponse } from "next/server";
import { env } from "#lib/env.ts";

/*
 * Only the nonce of the content security policy is made here; see docs/decisions/0011-content-security-policy.md.
 * Nothing is authorized in a proxy.
 */

function policy(nonce: string): string {
  return [
    "default-src 'self'",
    // React needs eval in development only.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${env().NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
    // Charts and widths that are computed are style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    // The sign-in form is answered with a redirect to the provider, which browsers count as its action.
    "form-action 'self' https://github.com https://accounts.google.com",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const csp = policy(nonce);
  // Next reads the nonce from the request's policy and puts it on its own scripts.
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", csp);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", csp);
  return response;
}

export const config = {
  // Pages only: routes that answer JSON and files get the fixed headers of next.config.js.
  matcher: ["/((?!api/|_next/static/|_next/image|icon|robots\\.txt|sitemap\\.xml).*)"],
};
