import { expect, test } from "vitest";
import { isDatabaseAway } from "#lib/errors.ts";

const withCode = (code: string) => Object.assign(new Error("failed"), { code });

test.each([
  ["nobody listens", withCode("ECONNREFUSED")],
  ["it shuts down", withCode("57P01")],
  ["it recovers", withCode("57P03")],
  ["the connection broke while it was used", new Error("Connection terminated unexpectedly")],
  ["the pool waits in vain", new Error("timeout exceeded when trying to connect")],
  // pg: the server was killed between the pool's handing out a connection and its use.
  [
    "the connection broke before it was used",
    new Error("Client has encountered a connection error and is not queryable"),
  ],
  ["it is the cause of something else", new Error("x", { cause: withCode("ECONNRESET") })],
])("the database is away: %s", (_, error) => {
  expect(isDatabaseAway(error)).toBe(true);
});

test.each([
  ["it refuses", withCode("23505")],
  ["a statement takes too long", withCode("57014")],
  ["a bug", new TypeError("x is not a function")],
  ["no error at all", "ECONNREFUSED"],
])("the database is there: %s", (_, error) => {
  expect(isDatabaseAway(error)).toBe(false);
});
