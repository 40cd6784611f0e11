import { z } from "zod";

/** What a form is answered with: a page for whoever sent it with a browser, JSON for programs. */

/** Whether whoever asks will show the answer to a person, as a browser does that sends a form. */
export function wantsPage(request: Request): boolean {
  return request.headers.get("accept")?.includes("text/html") ?? false;
}

/** After a write: leads a browser on to a page of ours; a program is told where that is. */
export function leadTo(request: Request, path: string): Response {
  const headers = { "Cache-Control": "private, no-store" };
  return wantsPage(request)
    ? new Response(null, { status: 303, headers: { ...headers, Location: path } })
    : Response.json({ next: path }, { headers });
}

const failureSchema = z.object({ error: z.object({ message: z.string() }) });

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => escapes[character] ?? "");
}

/** The page that the form stood on, if it is one of ours. */
function pathBefore(request: Request): string {
  const referrer = request.headers.get("referer") ?? "";
  if (!URL.canParse(referrer)) return "/";
  const { host, pathname, search } = new URL(referrer);
  const isOurs = host === request.headers.get("host") && !pathname.startsWith("//");
  return isOurs ? pathname + search : "/";
}

const style =
  ":root{color-scheme:light dark}body{max-width:36rem;margin:15vh auto;padding:0 1rem;font:1.0625rem/1.6 system-ui,sans-serif;color:light-dark(#211c17,#ece6de);background:light-dark(#faf8f4,#171412)}h1{font-size:1.5rem}a{color:inherit}";

/** A failure as a page with the way back, under the same status. */
export async function asPage(request: Request, failure: Response): Promise<Response> {
  const { error } = failureSchema.parse(await failure.json());
  const html = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>That did not work</title>
<style>${style}</style>
<main>
<h1>That did not work</h1>
<p>${escaped(error.message)}</p>
<p><a href="${escaped(pathBefore(request))}">Back to where you were</a></p>
</main>
</html>
`;
  const headers = new Headers(failure.headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(html, { status: failure.status, headers });
}
