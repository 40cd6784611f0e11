import { callRoute, type RouteAnswer, type RouteCall } from "#lib/isolation/call-route.ts";
import { password, type Targets, type World } from "#lib/isolation/world.ts";

export interface RouteCase {
  /** Who may call it at all: without a session the others answer 401. */
  open: boolean;
  /** What a stranger gets: a status that is the same for what does not exist, or whatever, without anything of theirs. */
  stranger: number | "differs";
  /** The owner's own answer shows something of theirs: the proof that the call asks for the right thing. */
  ownerSees?: boolean;
  call(at: Targets, world: World): Omit<RouteCall, "route" | "cookie">;
  /** What has to be fetched first, with the same cookie. @returns cookies to add */
  before?(cookie: string | undefined): Promise<RouteAnswer>;
}

type Options = Partial<Pick<RouteCase, "ownerSees" | "before">>;

const signedIn = (
  stranger: RouteCase["stranger"],
  call: RouteCase["call"],
  options: Options = {},
): RouteCase => ({
  ...{ open: false, stranger, call },
  ...options,
});
const anybody = (
  stranger: RouteCase["stranger"],
  call: RouteCase["call"],
  options: Options = {},
): RouteCase => ({
  ...{ open: true, stranger, call },
  ...options,
});

const authRoute = "app/api/auth/[...nextauth]/route.ts";

function authPath(...nextauth: string[]) {
  return { path: `/api/auth/${nextauth.join("/")}`, params: { nextauth } };
}

const csrf = (cookie: string | undefined) =>
  callRoute({
    route: `GET ${authRoute}`,
    ...authPath("csrf"),
    ...(cookie !== undefined && { cookie }),
  });

const review = (id: string, cardId: string) => ({
  ...{ id, cardId, grade: 3, durationMs: 1000 },
  reviewedAt: new Date().toISOString(),
});

/** By "METHOD path of the file". */
export const routeCases: Record<string, RouteCase[]> = {
  "POST app/api/account/delete/route.ts": [
    signedIn(400, ({ email }) => ({
      path: "/api/account/delete",
      body: { confirmation: email, password },
    })),
  ],
  "POST app/api/account/email/route.ts": [
    signedIn(400, () => ({
      path: "/api/account/email",
      body: { email: "free@example.org", password: "not the password" },
    })),
    // An address can have one account only, so asking for it tells that there is one.
    signedIn("differs", ({ email }) => ({ path: "/api/account/email", body: { email, password } })),
  ],
  "GET app/api/account/export/route.ts": [
    signedIn(200, () => ({ path: "/api/account/export" }), { ownerSees: true }),
  ],
  "DELETE app/api/account/linked/[provider]/route.ts": [
    signedIn(404, ({ provider }) => ({
      path: `/api/account/linked/${provider}`,
      params: { provider },
    })),
  ],
  "POST app/api/account/password/route.ts": [
    signedIn(200, () => ({
      path: "/api/account/password",
      body: { currentPassword: password, newPassword: "another horse battery" },
    })),
  ],
  "POST app/api/account/reset-request/route.ts": [
    anybody(202, ({ email }, { theirs }) => ({
      path: "/api/account/reset-request",
      // The owner's own address is asked for elsewhere: it would make a new link, which is not the stranger's to see.
      body: { email: email === theirs.email ? "owner-of-nothing@example.org" : email },
    })),
  ],
  "POST app/api/account/reset/route.ts": [
    anybody(404, ({ tokenHash }) => ({
      path: "/api/account/reset",
      body: { token: tokenHash, password: "another horse battery" },
    })),
  ],
  "GET app/api/account/sessions/route.ts": [
    signedIn(200, () => ({ path: "/api/account/sessions" }), { ownerSees: true }),
  ],
  "DELETE app/api/account/sessions/[id]/route.ts": [
    signedIn(404, ({ signInSessionId: id }) => ({
      path: `/api/account/sessions/${id}`,
      params: { id },
    })),
  ],
  "GET app/api/account/settings/route.ts": [
    signedIn(200, () => ({ path: "/api/account/settings" }), { ownerSees: true }),
  ],
  "PUT app/api/account/settings/route.ts": [
    signedIn(200, () => ({ path: "/api/account/settings", body: { newPerDay: 5 } })),
  ],
  "POST app/api/account/sign-out-everywhere/route.ts": [
    signedIn(200, () => ({ path: "/api/account/sign-out-everywhere" })),
  ],
  "POST app/api/account/sign-up/route.ts": [
    anybody("differs", ({ email }) => ({
      path: "/api/account/sign-up",
      body: { email, password: "not the password" },
    })),
  ],
  "POST app/api/account/verify-request/route.ts": [
    signedIn(202, () => ({ path: "/api/account/verify-request" })),
  ],
  "POST app/api/account/verify/route.ts": [
    anybody(404, ({ tokenHash }) => ({ path: "/api/account/verify", body: { token: tokenHash } })),
    // The link itself, opened elsewhere: refused, and kept for its owner.
    anybody("differs", (_, { changeToken }) => ({
      path: "/api/account/verify",
      body: { token: changeToken },
    })),
  ],
  [`GET ${authRoute}`]: [
    anybody(200, () => authPath("session")),
    anybody(200, () => authPath("providers")),
    anybody(404, () => authPath("_log")),
  ],
  [`POST ${authRoute}`]: [
    anybody(
      401,
      ({ email }, { theirs }) => ({
        ...authPath("callback", "credentials"),
        // Signing up, above, has made an account of the invented address.
        body: new URLSearchParams({
          email: email === theirs.email ? email : "unknown@example.org",
          ...{ password: "not the password", json: "true" },
        }),
      }),
      { before: csrf },
    ),
  ],
  "GET app/api/cards/due/route.ts": [
    signedIn(200, () => ({ path: "/api/cards/due?limit=100" }), { ownerSees: true }),
    signedIn(404, ({ externalId }) => ({ path: `/api/cards/due?item=${externalId}` })),
    signedIn(404, ({ lessonId }) => ({ path: `/api/cards/due?item=${lessonId}` })),
    signedIn(404, ({ pathId }) => ({ path: `/api/cards/due?item=${pathId}&week=1` })),
  ],
  "GET app/api/health/route.ts": [anybody(200, () => ({ path: "/api/health" }))],
  "POST app/api/lessons/progress/route.ts": [
    anybody(404, ({ lessonId }) => ({
      path: "/api/lessons/progress",
      body: new URLSearchParams({ lesson: lessonId, section: "shows", read: "true" }),
    })),
    anybody(404, ({ lessonId }) => ({
      path: "/api/lessons/progress",
      body: new URLSearchParams({ lesson: lessonId, section: "shows", read: "false" }),
    })),
  ],
  "POST app/api/reviews/route.ts": [
    signedIn(404, ({ eventId, cardId }) => ({
      path: "/api/reviews",
      body: { events: [review(eventId, cardId)] },
    })),
    signedIn(409, ({ userId }, { theirs }) => ({
      path: "/api/reviews",
      body: { userId, events: [review("00000000-0000-4000-8000-000000000002", theirs.openCardId)] },
    })),
  ],
  "GET app/api/search/route.ts": [anybody(200, () => ({ path: "/api/search?q=namespace" }))],
  "POST app/api/study-path/route.ts": ["true", "false"].map((follow) =>
    anybody(404, ({ pathId }) => ({
      path: "/api/study-path",
      body: new URLSearchParams({ path: pathId, follow }),
    })),
  ),
};
