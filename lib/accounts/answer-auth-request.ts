import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "#lib/accounts/auth-options.ts";
import type { AuthRequest } from "#lib/accounts/auth-request.ts";
import { setThemeCookie, themeOf } from "#lib/accounts/theme-cookie.ts";
import { env } from "#lib/env.ts";
import { AppError, notFound } from "#lib/errors.ts";
import { clientAddress, errorResponse } from "#lib/http.ts";
import { readBody } from "#lib/request-body.ts";
import { findActorByClaims, readSessionToken, sessionCookieName } from "#lib/session.ts";

/** What next-auth answers; it also has `_log`, which writes into our log whatever anybody sends. */
const actions = new Set([
  "csrf",
  "providers",
  "session",
  "signin",
  "signout",
  "callback",
  "error",
  "verify-request",
]);

const maxBodyBytes = 16 * 1024;

/** The request with its body read, so that neither its size nor its syntax can hurt next-auth. */
async function withBody(
  request: NextRequest,
): Promise<{ request: NextRequest; wantsJson: boolean }> {
  if (request.method !== "POST") return { request, wantsJson: false };
  const text = await readBody(request, maxBodyBytes);
  const isJson = request.headers.get("content-type")?.includes("application/json") ?? false;
  let wantsJson = new URLSearchParams(text).get("json") === "true";
  if (isJson) {
    const body = parseObject(text);
    wantsJson = "json" in body && body.json === "true";
  }
  return {
    request: new NextRequest(request.url, { method: "POST", headers: request.headers, body: text }),
    wantsJson,
  };
}

function parseObject(text: string): object {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === "object" && body !== null && !Array.isArray(body)) return body;
  } catch {
    // Falls through to the same answer.
  }
  throw new AppError("INVALID", "The body is not a JSON object.");
}

/** Where a browser without JavaScript is told what went wrong. */
function errorPage(error: unknown): Response {
  const code = error instanceof AppError ? error.code : "Callback";
  return Response.redirect(new URL(`/sign-in?error=${code}`, env().NEXTAUTH_URL), 303);
}

/**
 * A mailed link is completed from our own page, by its button. Anything else that leads a browser
 * here (a scanner, another site that wants somebody signed in as its author) lands on that page.
 */
function confirmFirst(request: NextRequest): Response | null {
  const site = request.headers.get("sec-fetch-site");
  if (site === null || site === "same-origin") return null;
  const page = new URL("/sign-in/confirm", env().NEXTAUTH_URL);
  page.search = request.nextUrl.search;
  return Response.redirect(page, 303);
}

/** Answers everything under /api/auth: next-auth, with what it gets wrong about failures put right. */
export async function answerAuthRequest(
  incoming: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  let wantsJson = true;
  try {
    const [action = "", provider] = (await context.params).nextauth;
    if (!actions.has(action)) throw notFound("page");
    const toConfirm = action === "callback" && provider === "email" ? confirmFirst(incoming) : null;
    if (toConfirm) return toConfirm;
    const read = await withBody(incoming);
    wantsJson = read.wantsJson || (incoming.method === "GET" && action !== "callback");
    const token = incoming.cookies.get(sessionCookieName())?.value;
    const claims = token ? await readSessionToken(token) : null;
    const previous = claims && (await findActorByClaims(claims));
    const request: AuthRequest = {
      previous,
      previousClaims: previous && claims,
      isCallback: action === "callback",
      userAgent: incoming.headers.get("user-agent") ?? "unknown",
      address: clientAddress(incoming),
      failures: [],
    };
    const response: unknown = await NextAuth(read.request, context, authOptions(request));
    const [failure] = request.failures;
    if (failure !== undefined) throw failure;
    if (!(response instanceof Response)) throw new Error("next-auth gave no answer");
    if (request.enteredAs) await setThemeCookie(await themeOf(request.enteredAs));
    return response;
  } catch (error) {
    const response = errorResponse(error);
    return wantsJson || response.status === 404 ? response : errorPage(error);
  }
}
