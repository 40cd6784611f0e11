import { AppRouteRouteModule } from "next/dist/server/route-modules/app-route/module.js";
import { NextRequest } from "next/server";

/*
 * Calls route handlers as Next does. `cookies()`, `headers()` and `after()` work only inside a request
 * that Next itself has opened, so Next's own module for routes runs the handler: nothing is mocked, and
 * no server or build is needed. The module is no public interface; should an update of Next move it,
 * send these requests to a started server instead.
 */

type Handler = (
  request: NextRequest,
  context: { params: Promise<Record<string, string | string[] | undefined>> },
) => unknown;

/** What a route file exports. */
export type RouteHandlers = Partial<Record<"GET" | "POST" | "PUT" | "PATCH" | "DELETE", Handler>>;

function moduleOf(handlers: RouteHandlers): AppRouteRouteModule {
  const definition = {
    kind: "APP_ROUTE",
    page: "/route",
    pathname: "/",
    filename: "",
    bundlePath: "",
  };
  const options = { definition, userland: () => handlers, resolvedPagePath: "", distDir: ".next" };
  // The kind is an enumeration that only Next's own build can name.
  return new AppRouteRouteModule(
    options as unknown as ConstructorParameters<typeof AppRouteRouteModule>[0],
  );
}

/** The answer of a route, after everything that it left for later is done, too. */
export async function answerInsideNext(
  handlers: RouteHandlers,
  request: Request,
  params: Record<string, string | string[]> = {},
): Promise<Response> {
  const module = moduleOf(handlers);
  await module.ensureUserland();
  const later: Promise<unknown>[] = [];
  const onClose: (() => void)[] = [];
  const context = {
    params,
    previewProps: { previewModeId: "", previewModeEncryptionKey: "", previewModeSigningKey: "" },
    sharedContext: { buildId: "", deploymentId: "" },
    renderOpts: {
      supportsDynamicResponse: true,
      experimental: {},
      waitUntil: (work: Promise<unknown>) => later.push(work),
      onClose: (work: () => void) => onClose.push(work),
    },
  };
  const response = await module.handle(
    new NextRequest(request),
    // Only what a route reads is filled in.
    context as unknown as Parameters<typeof module.handle>[1],
  );
  const body = await response.arrayBuffer();
  for (const work of onClose) work();
  await Promise.all(later);
  return new Response(response.status === 204 ? null : body, response);
}
