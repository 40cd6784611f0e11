import { expect, noonZone, test } from "./fixtures.ts";
import { becomeGuest, demo, signIn, signOut, signUp, stranger, trySignIn } from "./people.ts";
import { expectError } from "./refusal.ts";
import { listDue } from "./study.ts";

test("health tells the version and that the database is there", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({
    database: "up",
    version: expect.any(String),
  });
});

test.describe("signing in without a browser", () => {
  test("next-auth's own endpoints take e-mail and password", async ({ request }) => {
    const providers = (await (await request.get("/api/auth/providers")).json()) as Record<
      string,
      { type: string }
    >;
    expect(providers["credentials"]?.type).toBe("credentials");
    expect(await trySignIn(request, { ...demo, password: "not the password" })).toBe(401);
    const userId = await signIn(request, demo);
    const session = (await (await request.get("/api/auth/session")).json()) as {
      user: object;
      expires: string;
    };
    expect(session).toMatchObject({ user: { id: userId, email: demo.email } });
    expect(Date.parse(session.expires)).toBeGreaterThan(Date.now());
    const { counts, cards } = await listDue(request);
    expect(counts.due).toBeGreaterThan(0);
    expect(cards.length).toBeGreaterThan(0);
    await signOut(request);
    await expectError(await request.get("/api/cards/due"), 401, "UNAUTHENTICATED");
  });

  test("a wrong password and an unknown address answer alike", async ({ request }) => {
    const person = await signUp(request);
    await signOut(request);
    const answer = async (email: string) => {
      const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as {
        csrfToken: string;
      };
      const form = { csrfToken, email, password: "not the password", json: "true" };
      const response = await request.post("/api/auth/callback/credentials", { form });
      return { status: response.status(), body: await response.text() };
    };
    expect(await answer(person.email)).toEqual(await answer(stranger().email));
  });

  test("too many wrong passwords are refused for a while, from that address only for that account", async ({
    request,
  }) => {
    const { email } = stranger();
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries++)
      statuses.push(await trySignIn(request, { email, password: "not the password" }));
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(await trySignIn(request, demo)).toBe(200);
  });
});

test.describe("account", () => {
  test("settings are checked one by one, and a bad one changes nothing", async ({ request }) => {
    await becomeGuest(request);
    const before: unknown = await (await request.get("/api/account/settings")).json();
    expect(before).toMatchObject({ timeZone: noonZone, newPerDay: 20, desiredRetention: 0.9 });
    for (const wrong of [
      { timeZone: "Mars/Olympus_Mons" },
      { timeZone: "" },
      { desiredRetention: 0.5 },
      { desiredRetention: 0.99 },
      { dayStartsAtHour: 24 },
      { newPerDay: -1 },
      { newPerDay: 2.5 },
      { rungs: [] },
      { rungs: ["novel"] },
      { theme: "pink" },
      { unknown: true },
    ]) {
      await expectError(
        await request.put("/api/account/settings", { data: { name: "Changed", ...wrong } }),
        400,
        "INVALID",
      );
    }
    expect(await (await request.get("/api/account/settings")).json()).toEqual(before);
    const saved = await request.put("/api/account/settings", {
      data: { timeZone: "Europe/Berlin", newPerDay: 3 },
    });
    expect(await saved.json()).toMatchObject({
      timeZone: "Europe/Berlin",
      newPerDay: 3,
      desiredRetention: 0.9,
    });
    expect((await listDue(request)).counts.new).toBe(3);
  });

  test("sign-up refuses what cannot be an account", async ({ request }) => {
    const post = (data: object) => request.post("/api/account/sign-up", { data });
    await expectError(
      await post({ email: "nobody", password: "a long enough one" }),
      400,
      "INVALID",
    );
    await expectError(await post({ email: stranger().email, password: "short" }), 400, "INVALID");
    await expectError(
      await post({ email: stranger().email, password: "x".repeat(129) }),
      400,
      "INVALID",
    );
    await expectError(
      await post({ email: stranger().email, password: "password123" }),
      400,
      "INVALID",
    );
    await expectError(
      await post({ email: demo.email, password: stranger().password }),
      409,
      "CONFLICT",
    );
  });

  test("unknown addresses of the API are a 404", async ({ request }) => {
    const response = await request.get("/api/nothing");
    expect(response.status()).toBe(404);
    await expectError(await request.get("/api/auth/nothing"), 404, "NOT_FOUND");
  });
});
