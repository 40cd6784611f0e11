import { randomUUID } from "node:crypto";
import { request as newClient } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { becomeGuest } from "./people.ts";
import { expectError } from "./refusal.ts";
import { listDue, makeDue, review, send } from "./study.ts";

const json = { "Content-Type": "application/json" };

test.describe("what is due", () => {
  test("cards with their kind and face, and counts of all that is due", async ({ request }) => {
    await becomeGuest(request);
    await makeDue(request, 3);
    const response = await request.get("/api/cards/due?limit=5");
    expect(response.headers()["cache-control"]).toContain("no-store");
    const { cards, counts } = (await response.json()) as Awaited<ReturnType<typeof listDue>>;
    expect(cards).toHaveLength(5);
    expect(counts).toEqual({ new: 20, learning: 0, due: 3 });
    for (const card of cards) {
      expect(card.id).toMatch(/^[0-9a-f-]{36}$/);
      expect(["question", "fact", "condition", "myth", "decision"]).toContain(card.kind);
      expect(card.face.kind).toBe(card.kind);
    }
  });

  test("bad questions are refused", async ({ request }) => {
    await expectError(await request.get("/api/cards/due"), 401, "UNAUTHENTICATED");
    await becomeGuest(request);
    await expectError(await request.get("/api/cards/due?limit=0"), 400, "INVALID");
    await expectError(await request.get("/api/cards/due?limit=1e9"), 400, "INVALID");
    await expectError(await request.get("/api/cards/due?item=no-such-item"), 404, "NOT_FOUND");
  });
});

test.describe("recording reviews", () => {
  test("an event is applied, the same again is a duplicate, another under its id a conflict", async ({
    request,
    database,
  }) => {
    const userId = await becomeGuest(request);
    const { cards } = await listDue(request);
    const cardId = cards[0]?.id ?? "";
    const event = review(cardId, 3);
    const first = await send(request, [event]);
    expect(first.results).toMatchObject([
      { id: event.id, status: "applied", state: { phase: "learning", reps: 1 } },
    ]);
    const again = await send(request, [event]);
    expect(again.results).toMatchObject([
      { id: event.id, status: "duplicate", state: { reps: 1 } },
    ]);
    const conflict = await request.post("/api/reviews", {
      data: { events: [{ ...event, grade: 1 }] },
    });
    expect(conflict.status()).toBe(409);
    expect(await conflict.json()).toMatchObject({
      error: { code: "CONFLICT" },
      results: [{ id: event.id, status: "conflict" }],
    });
    expect(await database.events(userId)).toHaveLength(1);
  });

  test("one event posted fifty times at once is stored once", async ({ request, database }) => {
    const userId = await becomeGuest(request);
    const { cards } = await listDue(request);
    const event = review(cards[0]?.id ?? "", 3);
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(request, [event])));
    const statuses = answers.map(({ results }) => results[0]?.status);
    expect(statuses.filter((status) => status === "applied")).toHaveLength(1);
    expect(statuses.filter((status) => status === "duplicate")).toHaveLength(49);
    expect(await database.events(userId)).toHaveLength(1);
  });

  test("a hundred in one batch, in their order, and a future clock is set back", async ({
    request,
    database,
  }) => {
    const userId = await becomeGuest(request);
    const { cards } = await listDue(request);
    const events = Array.from({ length: 99 }, (_, index) =>
      review(cards[index % cards.length]?.id ?? "", 4, 99 - index),
    );
    const future = review(cards[0]?.id ?? "", 3, -400);
    const { results } = await send(request, [...events, future]);
    expect(results.map(({ id }) => id)).toEqual([...events, future].map(({ id }) => id));
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set(["applied"]));
    const state = await database.findState(userId, future.cardId);
    const ahead = (state?.lastReviewedAt?.getTime() ?? 0) - Date.now();
    expect(ahead).toBeLessThanOrEqual(5 * 60_000);
    expect(ahead).toBeGreaterThan(4 * 60_000);
  });

  test("of a mixed batch everything valid is kept", async ({ request, database }) => {
    const userId = await becomeGuest(request);
    const { cards } = await listDue(request);
    const [a, b] = cards.map(({ id }) => id);
    const good = [review(a ?? "", 3), review(b ?? "", 4)] as const;
    const events = [
      good[0],
      { ...review(a ?? "", 3), grade: 7 },
      review(randomUUID(), 3),
      { ...review(a ?? "", 3), reviewedAt: "yesterday" },
      "not an event",
      { id: 5 },
      null,
      { ...review(a ?? "", 3), durationMs: -1 },
      good[1],
    ];
    const { results } = await send(request, events);
    expect(results.map(({ status }) => status)).toEqual([
      "applied",
      ...Array.from({ length: 7 }, () => "rejected"),
      "applied",
    ]);
    expect(results[1]?.reason).toContain("grade");
    expect(results[2]?.reason).toContain("cardId");
    expect(results[3]?.reason).toContain("reviewedAt");
    expect((await database.events(userId)).map(({ id }) => id).toSorted()).toEqual(
      good.map(({ id }) => id).toSorted(),
    );
  });

  test("bad input is a 4xx with code and message, and nothing is recorded", async ({
    request,
    database,
  }) => {
    const userId = await becomeGuest(request);
    const { cards } = await listDue(request);
    const cardId = cards[0]?.id ?? "";
    const post = (data: unknown, headers: Record<string, string> = json) =>
      request.post("/api/reviews", {
        data: typeof data === "string" ? Buffer.from(data) : data,
        headers,
      });

    await expectError(await post({ events: [review(randomUUID(), 3)] }), 404, "NOT_FOUND");
    await expectError(await post({ events: [review(cardId, 7)] }), 400, "INVALID");
    await expectError(await post({ events: [review(cardId, 2.5)] }), 400, "INVALID");
    await expectError(await post({ events: [] }), 400, "INVALID");
    await expectError(await post({}), 400, "INVALID");
    await expectError(await post("[]"), 400, "INVALID");
    await expectError(await post("null"), 400, "INVALID");
    await expectError(await post(""), 400, "INVALID");
    await expectError(await post('{"events": ['), 400, "INVALID");
    await expectError(
      await post(`{"events":${"[".repeat(100_000)}${"]".repeat(100_000)}}`),
      400,
      "INVALID",
    );
    const deep = await post(`{"events":[${'{"a":'.repeat(50_000)}1${"}".repeat(50_000)}]}`);
    expect(deep.status()).toBeGreaterThanOrEqual(400);
    expect(deep.status()).toBeLessThan(500);
    await expectError(
      await post({ events: Array.from({ length: 101 }, () => review(cardId, 3)) }),
      400,
      "INVALID",
    );
    const many = JSON.stringify({ events: Array.from({ length: 10_000 }, () => 1) });
    await expectError(await post(many), 400, "INVALID");
    await expectError(await post("x".repeat(10 * 1024 * 1024)), 413, "TOO_LARGE");
    await expectError(
      await post({ events: [review(cardId, 3)] }, { "Content-Type": "text/plain" }),
      400,
      "INVALID",
    );
    await expectError(
      await post(
        { events: [review(cardId, 3)] },
        { "Content-Type": "application/x-www-form-urlencoded" },
      ),
      400,
      "INVALID",
    );
    const invalidUtf8 = Buffer.from(`{"events":["\u00ff"]}`, "latin1");
    await expectError(
      await request.post("/api/reviews", { data: invalidUtf8, headers: json }),
      400,
      "INVALID",
    );
    expect(await database.events(userId)).toEqual([]);
    expect((await request.get("/api/reviews")).status()).toBe(405);
  });

  test("another site's page cannot write", async ({ request, database }) => {
    const userId = await becomeGuest(request);
    const { cards } = await listDue(request);
    const post = (headers: Record<string, string>) =>
      request.post("/api/reviews", { data: { events: [review(cards[0]?.id ?? "", 3)] }, headers });
    await expectError(await post({ Origin: "https://evil.example" }), 403, "FORBIDDEN");
    await expectError(await post({ Origin: "null" }), 403, "FORBIDDEN");
    await expectError(await post({ "Sec-Fetch-Site": "cross-site" }), 403, "FORBIDDEN");
    expect(await database.events(userId)).toEqual([]);
  });

  test("a revoked session is refused at once, everywhere", async ({ request, database }) => {
    const userId = await becomeGuest(request);
    const { cards } = await listDue(request);
    await send(request, [review(cards[0]?.id ?? "", 3)]);
    await database.endSessions(userId);
    const write = await request.post("/api/reviews", {
      data: { events: [review(cards[0]?.id ?? "", 3)] },
    });
    await expectError(write, 401, "UNAUTHENTICATED");
    await expectError(await request.get("/api/cards/due"), 401, "UNAUTHENTICATED");
    await expectError(await request.get("/api/account/export"), 401, "UNAUTHENTICATED");
    expect(await (await request.get("/api/auth/session")).json()).toEqual({});
    expect(await database.events(userId)).toHaveLength(1);
  });

  test("another person's events are kept out, and their sessions are theirs", async ({
    request,
    baseURL,
    database,
  }) => {
    const userId = await becomeGuest(request);
    const other = await newClient.newContext({ baseURL: baseURL ?? "" });
    const otherId = await becomeGuest(other);
    const { cards } = await listDue(request);
    const data = { userId: otherId, events: [review(cards[0]?.id ?? "", 3)] };
    await expectError(await request.post("/api/reviews", { data }), 409, "CONFLICT");
    expect(await database.events(userId)).toEqual([]);
    const { sessions } = (await (await other.get("/api/account/sessions")).json()) as {
      sessions: { id: string }[];
    };
    const theirs = await request.delete(`/api/account/sessions/${sessions[0]?.id ?? ""}`);
    await expectError(theirs, 404, "NOT_FOUND");
    expect((await other.get("/api/cards/due")).status()).toBe(200);
    await other.dispose();
  });
});
