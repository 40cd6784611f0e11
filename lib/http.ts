import { randomUUID } from "node:crypto";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import type { z } from "zod";
import { env } from "#lib/env.ts";
import { AppError, isDatabaseAway, statusByCode } from "#lib/errors.ts";
import { asPage, wantsPage } from "#lib/form-answer.ts";
import { ignoresForwardedFor } from "#lib/forwarded-for.ts";
import { log } from "#lib/log.ts";
import { readForm, readJson } from "#lib/request-body.ts";
import {
  type Actor,
  type ClaimedActor,
  findActor,
  requireActor,
  requireClaimedActor,
} from "#lib/session.ts";

interface RouteInput<Body, Params, Query, Who> {
  actor: Who;
  body: Body;
  params: Params;
  query: Query;
  request: Request;
}

interface RouteOptions<Body extends z.ZodType, Params extends z.ZodType, Query extends z.ZodType> {
  body?: Body;
  params?: Params;
  query?: Query;
  /** The body comes as an HTML form, and a browser that shows pages is told of failures on one. */
  form?: boolean;
  /** Largest body accepted, in bytes. */
  maxBodyBytes?: number;
  /** Requests a minute that one actor (or, without one, one address) may make; 600 unless told. */
  perMinute?: number;
}

type Handler<Body, Params, Query, Who> = (
  input: RouteInput<Body, Params, Query, Who>,
) => Promise<unknown>;
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };
type RouteHandler = (request: Request, context: RouteContext) => Promise<Response>;

const limiters = new Map<number, RateLimiterMemory>();

function limiterFor(perMinute: number): RateLimiterMemory {
  const limiter =
    limiters.get(perMinute) ?? new RateLimiterMemory({ points: perMinute, duration: 60 });
  limiters.set(perMinute, limiter);
  return limiter;
}

/**
 * The address a request came from: the peer of the connection, or what the proxy in front says it
 * is. "direct" where neither is known; then everybody shares the limits per address.
 */
export function clientAddress(request: Request): string {
  if (env().TRUST_PROXY !== "1" && !ignoresForwardedFor()) return "direct";
  return request.headers.get("x-forwarded-for")?.split(",").at(-1)?.trim() || "direct";
}

async function limitRate(key: string, perMinute: number): Promise<void> {
  try {
    await limiterFor(perMinute).consume(key);
  } catch (rejection) {
    if (rejection instanceof Error) throw rejection;
    const retryAfterSeconds = Math.ceil((rejection as RateLimiterRes).msBeforeNext / 1000);
    throw new AppError("RATE_LIMITED", `Too many requests. Try again in ${retryAfterSeconds} s.`, {
      retryAfterSeconds,
    });
  }
}

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** Refuses writes that another site's page sends with this person's cookies. */
function refuseCrossSite(request: Request): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers.get("sec-fetch-site");
  const origin = request.headers.get("origin");
  const host = request.headers.get("host");
  const foreignSite = site !== null && site !== "same-origin" && site !== "none";
  const foreignOrigin =
    origin !== null &&
    origin !== new URL(env().NEXTAUTH_URL).origin &&
    (!URL.canParse(origin) || new URL(origin).host !== host);
  if (foreignSite || foreignOrigin) {
    throw new AppError("FORBIDDEN", "This request came from another site, so it was refused.");
  }
}

function parse<Schema extends z.ZodType>(
  schema: Schema | undefined,
  value: unknown,
  what: string,
): z.infer<Schema> {
  if (!schema) return undefined as z.infer<Schema>;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issues = result.error.issues.map(({ path, message }) => ({
    path: path.join("."),
    message,
  }));
  const [first] = issues;
  throw new AppError(
    "INVALID",
    `The ${what} is not valid: ${first ? `${first.path || "it"}: ${first.message}` : "unknown"}.`,
    { issues },
  );
}

/** Turns any failure into its answer; unknown ones are logged under the request id and not shown. */
export function errorResponse(error: unknown, requestId: string = randomUUID()): Response {
  if (error instanceof AppError) return appErrorResponse(error, requestId);
  if (isDatabaseAway(error)) {
    log().warn({ err: error, requestId }, "the database is away");
    const away = new AppError(
      "UNAVAILABLE",
      "The database cannot be reached just now. Nothing was lost; try again in a few seconds.",
      {
        retryAfterSeconds: 5,
      },
    );
    return appErrorResponse(away, requestId);
  }
  log().error({ err: error, requestId }, "a request failed");
  const body = {
    error: { code: "INTERNAL", message: "Something went wrong on our side. Try again.", requestId },
  };
  return Response.json(body, {
    status: 500,
    headers: { "Cache-Control": "private, no-store" },
  });
}

function appErrorResponse(error: AppError, requestId: string): Response {
  const { issues, retryAfterSeconds } = error.details;
  const body = {
    error: { code: error.code, message: error.message, requestId, ...(issues && { issues }) },
  };
  return Response.json(body, {
    status: statusByCode[error.code],
    headers: {
      "Cache-Control": "private, no-store",
      ...(retryAfterSeconds !== undefined && { "Retry-After": String(retryAfterSeconds) }),
    },
  });
}

function build<
  Body extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
  Who extends Actor | ClaimedActor | null,
>(
  who: () => Promise<Who>,
  options: RouteOptions<Body, Params, Query>,
  handler: Handler<z.infer<Body>, z.infer<Params>, z.infer<Query>, Who>,
): RouteHandler {
  const read = options.form ? readForm : readJson;
  return async (request, context) => {
    try {
      refuseCrossSite(request);
      const actor = await who();
      await limitRate(actor?.userId ?? clientAddress(request), options.perMinute ?? 600);
      const params = parse(options.params, await context.params, "address");
      const query = parse(
        options.query,
        options.query && Object.fromEntries(new URL(request.url).searchParams),
        "query",
      );
      const body = parse(
        options.body,
        options.body && (await read(request, options.maxBodyBytes ?? 65_536)),
        "request",
      );
      const result = await handler({ actor, body, params, query, request });
      if (result instanceof Response) return result;
      return Response.json(result ?? { ok: true }, {
        headers: { "Cache-Control": "private, no-store" },
      });
    } catch (error) {
      const response = errorResponse(error);
      return options.form && wantsPage(request) ? asPage(request, response) : response;
    }
  };
}

/** A route handler for people who are signed in, guests included. */
export function route<Body extends z.ZodType, Params extends z.ZodType, Query extends z.ZodType>(
  options: RouteOptions<Body, Params, Query>,
  handler: Handler<z.infer<Body>, z.infer<Params>, z.infer<Query>, Actor>,
): RouteHandler {
  return build(requireActor, options, handler);
}

/**
 * A route handler for the one path where every round trip counts: the handler's own statement has
 * to ask whether the session still stands.
 */
export function claimedRoute<
  Body extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
>(
  options: RouteOptions<Body, Params, Query>,
  handler: Handler<z.infer<Body>, z.infer<Params>, z.infer<Query>, ClaimedActor>,
): RouteHandler {
  return build(requireClaimedActor, options, handler);
}

/** A route handler that anybody may call; `actor` is null when nobody is signed in. */
export function publicRoute<
  Body extends z.ZodType,
  Params extends z.ZodType,
  Query extends z.ZodType,
>(
  options: RouteOptions<Body, Params, Query>,
  handler: Handler<z.infer<Body>, z.infer<Params>, z.infer<Query>, Actor | null>,
): RouteHandler {
  return build(findActor, options, handler);
}
