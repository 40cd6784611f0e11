// Next wants this in place before anything of it is loaded.
import "next/dist/server/node-environment-baseline.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { pool } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { clientAddress, errorResponse, publicRoute, route } from "#lib/http.ts";
import { answerInsideNext } from "#lib/isolation/inside-next.ts";
import { readBody } from "#lib/request-body.ts";

/*
 * What every route does before its own work. The database of these tests is a closed port: what asks
 * it finds out what an absent database looks like.
 */

process.env["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/none";
process.env["AUTH_SECRET"] = "a-secret-for-tests-that-guards-nothing";
process.env["NEXTAUTH_URL"] = "https://whetstone.example";
process.env["LOG_LEVEL"] = "silent";

const errorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string(),
    issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  }),
});

async function errorOf(response: Response): Promise<string> {
  const { error } = errorSchema.parse(await response.json());
  return `${response.status} ${error.code}`;
}

function post(headers: Record<string, string>, body: BodyInit = '{"name":"x"}'): Request {
  const type = { "content-type": "application/json", host: "localhost:3000" };
  // The types of the browser do not know that Node wants this for streams.
  const streamed = { duplex: "half" };
  return new Request("http://localhost:3000/api/x", {
    method: "POST",
    headers: { ...type, ...headers },
    body,
    ...streamed,
  });
}

const named = z.object({ name: z.string() });

/** A route that says what it was given. */
const echo = {
  POST: publicRoute({ body: named, maxBodyBytes: 1000 }, ({ body }) => Promise.resolve(body)),
};

describe("writes from another site", () => {
  test.each([
    ["a page of another site", { "sec-fetch-site": "cross-site" }],
    ["a neighbouring subdomain", { "sec-fetch-site": "same-site" }],
    ["another origin", { origin: "https://evil.example" }],
    ["an origin that hides itself", { origin: "null" }],
    ["an origin that is none", { origin: "//" }],
    ["our name with another port", { origin: "http://localhost:3001" }],
  ])("%s is refused, and nothing is done", async (_, headers) => {
    let done = false;
    const handler = publicRoute({ body: named }, () => {
      done = true;
      return Promise.resolve();
    });
    expect(await errorOf(await answerInsideNext({ POST: handler }, post(headers)))).toBe(
      "403 FORBIDDEN",
    );
    expect(done).toBe(false);
  });

  test.each([
    ["our own page", { "sec-fetch-site": "same-origin", origin: "http://localhost:3000" }],
    ["the address that people use", { origin: "https://whetstone.example" }],
    ["a program that is no browser", {}],
  ])("%s is let in", async (_, headers) => {
    expect((await answerInsideNext(echo, post(headers))).status).toBe(200);
  });

  test("reading is not refused", async () => {
    const handlers = { GET: publicRoute({}, () => Promise.resolve({ fine: true })) };
    const request = new Request("http://localhost:3000/", {
      headers: { "sec-fetch-site": "cross-site" },
    });
    expect((await answerInsideNext(handlers, request)).status).toBe(200);
  });
});

describe("bodies", () => {
  /** Never ends; counts what was taken of it. */
  function endless() {
    const taken = { chunks: 0, cancelled: false };
    const stream = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          taken.chunks += 1;
          controller.enqueue(new Uint8Array(1000).fill(97));
        },
        cancel() {
          taken.cancelled = true;
        },
      },
      { highWaterMark: 0 },
    );
    return { taken, stream };
  }

  test("a length that lies does not get more in", async () => {
    const { taken, stream } = endless();
    const request = post({ "content-length": "10" }, stream);
    await expect(readBody(request, 5000)).rejects.toMatchObject({ code: "TOO_LARGE" });
    expect(taken).toEqual({ chunks: 6, cancelled: true });
  });

  test("a length that is too large is refused unread", async () => {
    const { taken, stream } = endless();
    const request = post({ "content-length": "5001" }, stream);
    await expect(readBody(request, 5000)).rejects.toMatchObject({ code: "TOO_LARGE" });
    expect(taken.chunks).toBe(0);
  });

  test("exactly the limit is let in", async () => {
    expect(await readBody(post({}, "a".repeat(5000)), 5000)).toHaveLength(5000);
  });

  test("a character may be split between two pieces", async () => {
    const [first, second] = [new Uint8Array([0xc3]), new Uint8Array([0xa9])];
    expect(await readBody(post({}, new Blob([first, second]).stream()), 10)).toBe("é");
  });

  test.each([
    ["too large", post({}, JSON.stringify({ name: "x".repeat(2000) })), "413 TOO_LARGE"],
    [
      "a form",
      post({ "content-type": "application/x-www-form-urlencoded" }, "name=x"),
      "400 INVALID",
    ],
    ["text", post({ "content-type": "text/plain" }), "400 INVALID"],
    ["not UTF-8", post({}, new Uint8Array([0x7b, 0xff, 0x7d])), "400 INVALID"],
    ["half of JSON", post({}, '{"name":'), "400 INVALID"],
    ["nothing", post({}, ""), "400 INVALID"],
    ["of another shape", post({}, "[]"), "400 INVALID"],
  ])("%s", async (_, request, answer) => {
    expect(await errorOf(await answerInsideNext(echo, request))).toBe(answer);
  });

  test("nested a hundred thousand deep", async () => {
    const handlers = {
      POST: publicRoute({ body: named, maxBodyBytes: 1_000_000 }, () => Promise.resolve(null)),
    };
    const request = post({}, `${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    expect(await errorOf(await answerInsideNext(handlers, request))).toBe("400 INVALID");
  });

  test("what is wrong is named by its field", async () => {
    const response = await answerInsideNext(echo, post({}, '{"name":7}'));
    const { error } = errorSchema.parse(await response.json());
    expect(error.issues?.map(({ path }) => path)).toEqual(["name"]);
    expect(error.message).toContain("name");
  });
});

describe("failures", () => {
  test("an unknown error is not shown", async () => {
    const response = errorResponse(new Error("password of the database: hunter2"), "request-1");
    expect(response.status).toBe(500);
    expect(response.headers.get("cache-control")).toContain("no-store");
    const text = await response.text();
    expect(text).not.toContain("hunter2");
    expect(text).toContain("request-1");
  });

  test("whatever else is thrown is not shown either", async () => {
    const handlers = {
      GET: publicRoute({}, () =>
        Promise.reject(Object.assign(new Error("x"), { stack: "hunter2" })),
      ),
    };
    const response = await answerInsideNext(handlers, new Request("http://localhost:3000/"));
    expect(await errorOf(response)).toBe("500 INTERNAL");
  });

  test("a failure on purpose is shown with its details", async () => {
    const wait = new AppError("RATE_LIMITED", "Wait.", { retryAfterSeconds: 7 });
    const response = errorResponse(wait);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(await errorOf(response)).toBe("429 RATE_LIMITED");
  });

  test("without the database: 503, and when to come back", async () => {
    const handlers = { GET: publicRoute({}, () => pool().query("SELECT 1")) };
    const response = await answerInsideNext(handlers, new Request("http://localhost:3000/"));
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await errorOf(response)).toBe("503 UNAVAILABLE");
  });

  test("nobody is told to sign in", async () => {
    const handlers = { GET: route({}, () => Promise.resolve(null)) };
    const response = await answerInsideNext(handlers, new Request("http://localhost:3000/"));
    expect(await errorOf(response)).toBe("401 UNAUTHENTICATED");
  });

  test("a cookie that somebody made up is nobody's", async () => {
    const handlers = { GET: route({}, () => Promise.resolve(null)) };
    const headers = { cookie: "__Host-whetstone.session=eyJhbGciOiJkaXIifQ.x.y.z.w" };
    const response = await answerInsideNext(
      handlers,
      new Request("http://localhost:3000/", { headers }),
    );
    expect(await errorOf(response)).toBe("401 UNAUTHENTICATED");
  });
});

describe("limits", () => {
  test("a minute's worth, then 429 with the time to wait", async () => {
    const handlers = { GET: publicRoute({ perMinute: 2 }, () => Promise.resolve(null)) };
    const answer = () => answerInsideNext(handlers, new Request("http://localhost:3000/"));
    expect([(await answer()).status, (await answer()).status]).toEqual([200, 200]);
    const refused = await answer();
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await errorOf(refused)).toBe("429 RATE_LIMITED");
  });

  test("nobody escapes them by writing another address into a header", () => {
    expect(clientAddress(post({ "x-forwarded-for": "203.0.113.9" }))).toBe("direct");
  });
});
