// Next wants this in place before anything of it is loaded.
import "next/dist/server/node-environment-baseline.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { leadTo } from "#lib/form-answer.ts";
import { publicRoute } from "#lib/http.ts";
import { answerInsideNext } from "#lib/isolation/inside-next.ts";

process.env["DATABASE_URL"] = "postgresql://nobody@127.0.0.1:1/none";
process.env["AUTH_SECRET"] = "a-secret-for-tests-that-guards-nothing";
process.env["NEXTAUTH_URL"] = "https://whetstone.example";
process.env["LOG_LEVEL"] = "silent";

const handlers = {
  POST: publicRoute({ body: z.object({ name: z.literal("x") }), form: true }, ({ request }) =>
    Promise.resolve(leadTo(request, "/there#here")),
  ),
};

/** A form as a browser sends it, or with the headers given. */
function send(body: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request("http://localhost:3000/api/x", {
    method: "POST",
    headers: {
      ...{ host: "localhost:3000", accept: "text/html,*/*;q=0.8" },
      "content-type": "application/x-www-form-urlencoded",
      ...headers,
    },
    body,
  });
  return answerInsideNext(handlers, request);
}

describe("a form", () => {
  test("leads a browser on", async () => {
    const response = await send("name=x");
    expect([response.status, response.headers.get("location")]).toEqual([303, "/there#here"]);
  });

  test("tells a program where that is", async () => {
    const response = await send("name=x", { accept: "*/*" });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ next: "/there#here" });
  });

  test("that fails is answered with a page and the way back", async () => {
    const response = await send("name=y", { referer: "http://localhost:3000/lessons/a?b=%22" });
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toContain("text/html");
    const html = await response.text();
    expect(html).toContain("The request is not valid: name");
    expect(html).toContain('href="/lessons/a?b=%22"');
  });

  test.each([
    "https://evil.example/lessons",
    "http://localhost:3000//evil.example",
    "nonsense",
    "",
  ])("leads back to no other site: %j", async (referer) => {
    expect(await (await send("name=y", { referer })).text()).toContain('href="/"');
  });

  test("shows a message as text", async () => {
    const html = await (await send(`name=${encodeURIComponent("<b>&\"'")}`)).text();
    expect(html).not.toContain("<b>");
  });

  test("of a program that fails is answered with JSON", async () => {
    const response = await send("name=y", { accept: "application/json" });
    expect([response.status, response.headers.get("content-type")]).toEqual([
      400,
      "application/json",
    ]);
  });

  test.each([
    ["of another site", "name=x", { "sec-fetch-site": "cross-site" }, 403],
    ["that is JSON", '{"name":"x"}', { "content-type": "application/json" }, 400],
    ["that is too large", `name=${"x".repeat(70_000)}`, {}, 413],
  ])("%s is refused", async (_, body, headers, status) => {
    expect((await send(body, headers)).status).toBe(status);
  });
});
