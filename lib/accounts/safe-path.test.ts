import { describe, expect, it } from "vitest";
import { safePath } from "#lib/accounts/safe-path.ts";

const origin = "https://whetstone.example";

describe("safePath", () => {
  it.each(["/review?x=1#now", "/settings", `${origin}/review`])("keeps %s", (wanted) => {
    expect(`${origin}${safePath(wanted, origin)}`).toBe(new URL(wanted, origin).href);
  });

  it.each([
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "https:evil.example",
    "javascript:alert(1)",
    `${origin}//evil.example`,
    "http://whetstone.example/",
    "",
    null,
    undefined,
  ])("does not go to %s", (wanted) => {
    const target = new URL(safePath(wanted, origin, "/home"), origin);
    expect([target.origin, target.pathname.startsWith("//")]).toEqual([origin, false]);
  });
});
