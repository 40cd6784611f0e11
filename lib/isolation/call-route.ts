import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { answerInsideNext, type RouteHandlers } from "#lib/isolation/inside-next.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface RouteCall {
  /** "POST app/api/reviews/route.ts" */
  route: string;
  /** Path and query of the address. */
  path: string;
  params?: Record<string, string | string[]>;
  /** Sent as JSON; a URLSearchParams as a form. */
  body?: unknown;
  /** Name and value, as in the header. */
  cookie?: string;
}

function requestOf({ path, body, cookie }: RouteCall, method: string): Request {
  const isForm = body instanceof URLSearchParams;
  const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
  return new Request(`http://localhost:3000${path}`, {
    method,
    headers: {
      host: "localhost:3000",
      ...(cookie !== undefined && { cookie }),
      ...(body !== undefined && { "content-type": type }),
    },
    ...(body !== undefined && { body: isForm ? body.toString() : JSON.stringify(body) }),
  });
}

export interface RouteAnswer {
  status: number;
  text: string;
  cookies: string[];
}

/** The answer of the route in a file of app/, which lib can only load by its path. */
export async function callRoute(call: RouteCall): Promise<RouteAnswer> {
  const [method = "", file = ""] = call.route.split(" ");
  const handlers = (await import(join(root, file))) as RouteHandlers;
  const response = await answerInsideNext(handlers, requestOf(call, method), call.params);
  const text = await response.text();
  return { status: response.status, text, cookies: response.headers.getSetCookie() };
}
