import { describe, expect, it } from "vitest";
import { checkPassword } from "#lib/accounts/check-password.ts";
import { consumeLimit } from "#lib/accounts/limits.ts";
import { makeAccount, password } from "#seed/factories-accounts.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

const outcome = (work: Promise<unknown>) =>
  work.then(
    (value) => (value === null ? "refused" : "passed"),
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : "broken"),
  );

const count = (outcomes: readonly unknown[], what: string) =>
  outcomes.filter((it) => it === what).length;

describe("limits", () => {
  it("let exactly five of fifty wrong passwords at once get as far as the hashing", async () => {
    const { email } = await makeAccount();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, () => outcome(checkPassword(email, "a wrong guess", "burst"))),
    );
    expect([count(outcomes, "refused"), count(outcomes, "RATE_LIMITED")]).toEqual([5, 45]);
    expect(await outcome(checkPassword(email, password, "burst"))).toBe("RATE_LIMITED");
    // From elsewhere the owner still gets in: an account is never locked as such.
    expect(await outcome(checkPassword(email, password, "home"))).toBe("passed");
  });

  it("count in the database, so that a burst over several processes does not get past them", async () => {
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => outcome(consumeLimit("passwordFailure", "one key"))),
    );
    expect(count(outcomes, "passed")).toBe(5);
  });

  it("treat an address that does not exist in the same way", async () => {
    const outcomes: unknown[] = [];
    for (let n = 0; n < 6; n += 1) {
      outcomes.push(await outcome(checkPassword("nobody@example.com", "a guess", "somewhere")));
    }
    expect(outcomes).toEqual([...Array<string>(5).fill("refused"), "RATE_LIMITED"]);
  });

  it("do not count right passwords, however many come at once", async () => {
    const { email } = await makeAccount();
    const outcomes = await Promise.all(
      Array.from({ length: 15 }, () => outcome(checkPassword(email, password, "tabs"))),
    );
    expect(count(outcomes, "passed")).toBe(15);
  });

  it("stop whoever tries one password on many accounts", async () => {
    const outcomes: unknown[] = [];
    for (let n = 0; n < 101; n += 1)
      outcomes.push(await outcome(consumeLimit("addressFailure", "spray")));
    expect([count(outcomes, "passed"), outcomes.at(-1)]).toEqual([100, "RATE_LIMITED"]);
  });

  it("take the longest address there can be", async () => {
    const longest = `${"a".repeat(64)}@${"b".repeat(63)}.${"c".repeat(63)}.${"d".repeat(57)}.com`;
    expect(await outcome(checkPassword(longest, "a guess", "somewhere else"))).toBe("refused");
  });
});
