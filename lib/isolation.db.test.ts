// Next wants this in place before anything of it is loaded.
import "next/dist/server/node-environment-baseline.js";

import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { signOutEverywhere } from "#lib/accounts/sign-out-everywhere.ts";
import { pool } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { callRoute, type RouteAnswer } from "#lib/isolation/call-route.ts";
import type { FunctionCase } from "#lib/isolation/cases/case.ts";
import { notAsked, withoutActor } from "#lib/isolation/cases/exempt.ts";
import { findFunctions, findRoutes } from "#lib/isolation/find-exports.ts";
import { functionCases } from "#lib/isolation/function-cases.ts";
import { type RouteCase, routeCases } from "#lib/isolation/route-cases.ts";
import {
  cookieOf,
  makeStranger,
  makeWorld,
  publish,
  snapshot,
  type World,
} from "#lib/isolation/world.ts";
import type { Actor } from "#lib/session.ts";
import { testDatabase } from "#seed/test-database.ts";

/*
 * Nobody gets at what is not theirs. What has to be tried is read from the source, so that a new
 * function or route cannot be forgotten: without an entry in the tables it fails here.
 */

process.env["MAILBOX_DIR"] = mkdtempSync(join(tmpdir(), "whetstone-mailbox-"));
process.env["LOG_LEVEL"] = "silent";
testDatabase();

let world: World;
let untouched = "";
beforeAll(async () => {
  world = await makeWorld();
  untouched = await snapshot(world);
});

// Tests here fail to sign in far more often than a person may.
beforeEach(async () => {
  await pool().query("DELETE FROM rate_limits");
});

const functions = findFunctions();
const namesOf = (takesActor: boolean) =>
  functions.filter((found) => found.takesActor === takesActor).map(({ name }) => name);
const rows = Object.entries(functionCases).flatMap(([name, cases]) =>
  cases.map((found, index) => ({ name: `${name} ${index + 1}`, found })),
);

const nothing = "nothing";

interface Outcome {
  code: string | null;
  text: string;
}

/** What a call came to, as text that can be searched and compared. */
async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { code: null, text: asText(await call) };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {
      code: error.code,
      text: `${error.code}: ${error.message} ${JSON.stringify(error.details)}`,
    };
  }
}

function asText(value: unknown): string {
  if (value === undefined) return nothing;
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "bigint" ? String(inner) : inner,
  );
}

/** The same text whether it was asked by somebody's ids or by invented ones, and at whatever moment. */
function comparable(text: string, who: Actor | null): string {
  const given = [world.theirs, world.missing].flatMap(({ slugs, ...ids }) => [
    ...Object.entries(ids),
    ...Object.entries(slugs),
  ]);
  return given
    .reduce((result, [, id]) => (id === "none" ? result : result.replaceAll(id, "<asked>")), text)
    .replaceAll(who?.userId ?? "nobody", "<me>")
    .replaceAll(who?.sessionId ?? "nobody", "<my session>")
    .replaceAll(/stranger-\d+/g, "<my name>")
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)/g, "<time>")
    .replaceAll(/"(iat0|sv|lastReviewedAt|dueAt|stability|difficulty)":[\d.]+/g, '"$1":<number>')
    .replaceAll(/"(sid|requestId)":"[^"]+"/g, '"$1":"<id>"');
}

function expectNoSecret(text: string): void {
  for (const secret of world.secrets) expect(text).not.toContain(secret);
}

/** A call that answers nothing must at least have worked. */
function expectSecret({ code, text }: Outcome): void {
  expect(code).toBeNull();
  if (text !== nothing)
    expect(world.secrets.filter((secret) => text.includes(secret))).not.toEqual([]);
}

async function expectHidden(
  { outcome, call }: FunctionCase,
  makeWho: () => Promise<Actor | null>,
): Promise<void> {
  const one = await makeWho();
  const answer = await outcomeOf(call(one, world.theirs, world));
  const other = await makeWho();
  const reference = await outcomeOf(call(other, world.missing, world));
  expectNoSecret(answer.text);
  if (outcome !== "differs")
    expect(comparable(answer.text, one)).toBe(comparable(reference.text, other));
  if (outcome === "NOT_FOUND") expect(answer.code).toBe("NOT_FOUND");
  expect(await snapshot(world)).toBe(untouched);
}

describe("every function has an entry", () => {
  test("those that take an actor", () => {
    expect(namesOf(true).length).toBeGreaterThan(50);
    expect([...Object.keys(functionCases), ...Object.keys(notAsked)].sort()).toEqual(
      namesOf(true).sort(),
    );
  });

  test("those that work on the database without one", () => {
    expect(Object.keys(withoutActor).sort()).toEqual(namesOf(false).sort());
  });

  test("every method of every route", () => {
    expect(Object.keys(routeCases).sort()).toEqual(findRoutes().sort());
  });
});

/** The answer to somebody, or to nobody when there is no cookie. */
async function ask(
  route: string,
  found: RouteCase,
  cookie: string | undefined,
  at: World["theirs"],
): Promise<RouteAnswer> {
  const call = { ...found.call(at, world), route };
  if (!found.before) return callRoute({ ...call, ...(cookie !== undefined && { cookie }) });
  const first = await found.before(cookie);
  const { csrfToken } = z.object({ csrfToken: z.string() }).parse(JSON.parse(first.text));
  const body = new URLSearchParams([...(call.body as URLSearchParams), ["csrfToken", csrfToken]]);
  const cookies = [cookie, ...first.cookies.map((line) => line.split(";")[0])].filter(
    (each) => each !== undefined,
  );
  return callRoute({ ...call, body, cookie: cookies.join("; ") });
}

async function expectRouteHidden(
  route: string,
  found: RouteCase,
  makeWho: () => Promise<Actor | null>,
): Promise<RouteAnswer> {
  const [one, other] = [await makeWho(), await makeWho()];
  const answer = await ask(route, found, one ? await cookieOf(one) : undefined, world.theirs);
  const reference = await ask(
    route,
    found,
    other ? await cookieOf(other) : undefined,
    world.missing,
  );
  const shown = `${answer.text} ${answer.cookies.join(" ")}`;
  expectNoSecret(shown);
  if (found.stranger !== "differs") {
    expect({ status: answer.status, text: comparable(answer.text, one) }).toEqual({
      status: reference.status,
      text: comparable(reference.text, other),
    });
  }
  expect(await snapshot(world)).toBe(untouched);
  return answer;
}

/** Somebody whose cookie is sound, but whose session was ended. */
async function makeSignedOut(): Promise<Actor> {
  const actor = await makeStranger();
  await signOutEverywhere(actor);
  return actor;
}

const routeRows = Object.entries(routeCases).flatMap(([route, cases]) =>
  cases.map((found, index) => ({ route, name: `${route} ${index + 1}`, found })),
);

describe("routes", () => {
  for (const { route, name, found } of routeRows) {
    test(`a stranger: ${name}`, async () => {
      const { status } = await expectRouteHidden(route, found, makeStranger);
      if (found.stranger === "differs") expect(status).toBeGreaterThanOrEqual(400);
      else expect(status).toBe(found.stranger);
    });
    for (const [who, make] of [
      ["nobody", () => Promise.resolve(null)],
      ["a session that was ended", makeSignedOut],
    ] as const) {
      test(`${who}: ${name}`, async () => {
        const { status } = await expectRouteHidden(route, found, make);
        if (found.open) expect(status).not.toBe(500);
        else expect(status).toBe(401);
      });
    }
  }
});

describe("functions", () => {
  for (const { name, found } of rows) {
    test(`a stranger: ${name}`, () => expectHidden(found, makeStranger));
    if (found.takesNobody)
      test(`nobody: ${name}`, () => expectHidden(found, () => Promise.resolve(null)));
  }
});

describe("the same calls reach what is there to be seen", () => {
  for (const { name, found } of rows.filter(({ found: { control } }) => control === "published")) {
    test(`once it is public: ${name}`, async () => {
      await publish("public");
      const answer = await outcomeOf(found.call(await makeStranger(), world.theirs, world)).finally(
        () => publish("private"),
      );
      expectSecret(answer);
    });
  }

  for (const { name, found } of rows.filter(({ found: { control } }) => control === "owner")) {
    test(`by its owner: ${name}`, async () => {
      expectSecret(await outcomeOf(found.call(world.owner, world.theirs, world)));
    });
  }

  for (const { route, name, found } of routeRows.filter((row) => row.found.ownerSees)) {
    test(`by its owner: ${name}`, async () => {
      const { status, text } = await ask(route, found, await cookieOf(world.owner), world.theirs);
      expectSecret({ code: status < 300 ? null : String(status), text });
    });
  }
});
