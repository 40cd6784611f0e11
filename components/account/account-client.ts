import { rememberAccount } from "#lib/offline/guest.ts";
import { flushOutbox } from "#lib/offline/outbox.ts";

/** What the server, or the way to it, said no with. */
export interface Refusal {
  code: string;
  /** Says what happened and how to mend it. */
  message: string;
  issues: { path: string; message: string }[];
}

export type Answer<Data> = { ok: true; data: Data } | { ok: false; refusal: Refusal };

const unreachable: Refusal = {
  code: "UNREACHABLE",
  message:
    "The server could not be reached. Nothing was changed or lost; check the network, then try again.",
  issues: [],
};

const senseless: Refusal = {
  code: "INTERNAL",
  message: "The server gave an answer that makes no sense. Nothing was lost; try again.",
  issues: [],
};

async function readAnswer<Data>(response: Response): Promise<Answer<Data>> {
  const body = (await response.json().catch(() => null)) as { error?: Partial<Refusal> } | null;
  if (response.ok && body) return { ok: true, data: body as Data };
  const { code, message, issues } = body?.error ?? {};
  return {
    ok: false,
    refusal: code && message ? { code, message, issues: issues ?? [] } : senseless,
  };
}

/** Sends JSON to one of our routes. Never rejects. */
export async function send<Data = unknown>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body?: unknown,
): Promise<Answer<Data>> {
  try {
    const response = await fetch(path, {
      method,
      ...(body !== undefined && {
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    return await readAnswer<Data>(response);
  } catch {
    return { ok: false, refusal: unreachable };
  }
}

/**
 * Posts to next-auth, which wants a token against forgery and answers with where to go.
 * @returns the address to go to; its `error` parameter, if it has one, as a refusal with that code.
 */
export async function postAuth(
  path: string,
  fields: Readonly<Record<string, string>>,
): Promise<Answer<{ url: string }>> {
  try {
    const csrf = await readAnswer<{ csrfToken: string }>(await fetch("/api/auth/csrf"));
    if (!csrf.ok) return csrf;
    const response = await fetch(`/api/auth/${path}`, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields, csrfToken: csrf.data.csrfToken, json: "true" }),
    });
    const body = (await response.json()) as {
      url?: string;
      error?: Partial<Refusal> & Pick<Refusal, "code" | "message">;
    };
    if (body.error)
      return { ok: false, refusal: { ...body.error, issues: body.error.issues ?? [] } };
    if (!body.url) return { ok: false, refusal: senseless };
    const code = new URL(body.url, location.origin).searchParams.get("error");
    return code
      ? { ok: false, refusal: { code, message: "", issues: [] } }
      : { ok: true, data: { url: body.url } };
  } catch {
    return { ok: false, refusal: unreachable };
  }
}

const patienceMs = 3000;

/** Delivers the reviews that still wait in this browser, before it changes hands; not for long. */
export async function deliverReviews(): Promise<void> {
  const enough = new Promise((resolve) => setTimeout(resolve, patienceMs));
  await Promise.race([flushOutbox().catch(() => undefined), enough]);
}

/** Goes on as somebody else: with a fresh page, so that nothing of who one was stays on the screen. */
export function enter(url: string): void {
  rememberAccount();
  location.assign(url);
}
