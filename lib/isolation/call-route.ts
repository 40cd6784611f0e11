import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  AppRouteRouteModule,
  type AppRouteUserlandModule,
} from "next/dist/server/route-modules/app-route/module.js";
import { NextRequest } from "next/server";

/*
 * Calls a route as Next does. `cookies()`, `headers()` and `after()` work only inside a request that
 * Next itself has opened, so Next's own module for routes runs the handler: nothing is mocked, and no
 * server or build is needed. The module is no public interface; should an update of Next move it, run
 * these requests against a started server instead.
 */

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

const modules = new Map<string, Promise<AppRouteRouteModule>>();

async function loadModule(file: string): Promise<AppRouteRouteModule> {
  const userland = (await import(join(root, file))) as AppRouteUserlandModule;
  const page = `/${file.replace(/^app\//, "").replace(/\.tsx?$/, "")}`;
  const definition = {
    kind: "APP_ROUTE",
    page,
    pathname: page.replace(/\/route$/, ""),
    filename: file,
    bundlePath: page,
  };
  const options = {
    definition,
    userland: () => userland,
    resolvedPagePath: file,
    nextConfigOutput: undefined,
    distDir: ".next",
  };
  // The kind is an enumeration that only Next's own build can name.
  const module = new AppRouteRouteModule(
    options as unknown as ConstructorParameters<typeof AppRouteRouteModule>[0],
  );
  await module.ensureUserland();
  return module;
}

function requestOf({ path, body, cookie }: RouteCall, method: string): NextRequest {
  const isForm = body instanceof URLSearchParams;
  const type = isForm ? "application/x-www-form-urlencoded" : "application/json";
  return new NextRequest(`http://localhost:3000${path}`, {
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

/** The answer of a route, after everything that it left for later is done, too. */
export async function callRoute(call: RouteCall): Promise<RouteAnswer> {
  const [method = "", file = ""] = call.route.split(" ");
  const loading = modules.get(file) ?? loadModule(file);
  modules.set(file, loading);
  const later: Promise<unknown>[] = [];
  const onClose: (() => void)[] = [];
  const context = {
    params: call.params ?? {},
    previewProps: { previewModeId: "", previewModeEncryptionKey: "", previewModeSigningKey: "" },
    sharedContext: { buildId: "", deploymentId: "" },
    renderOpts: {
      supportsDynamicResponse: true,
      experimental: {},
      waitUntil: (work: Promise<unknown>) => later.push(work),
      onClose: (work: () => void) => onClose.push(work),
    },
  };
  const module = await loading;
  // Of the context only what a route reads is filled in.
  const response = await module.handle(
    requestOf(call, method),
    context as unknown as Parameters<typeof module.handle>[1],
  );
  const text = await response.text();
  for (const work of onClose) work();
  await Promise.all(later);
  return { status: response.status, text, cookies: response.headers.getSetCookie() };
}
