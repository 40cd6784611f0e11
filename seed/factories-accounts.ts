import { mkdtempSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { v4 as uuidv4 } from "uuid";
import { vi } from "vitest";
import type { Origin } from "#lib/accounts/origin.ts";
import { signUp } from "#lib/accounts/sign-up.ts";
import { startSession } from "#lib/accounts/start-session.ts";
import { prisma } from "#lib/db.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import { type Actor, findActorByClaims, type SessionClaims } from "#lib/session.ts";

/** Mails of the tests go to a folder of their own. Import this before anything reads the settings. */
const mailbox = mkdtempSync(path.join(tmpdir(), "whetstone-mailbox-"));
vi.stubEnv("MAILBOX_DIR", mailbox);
vi.stubEnv("LOG_LEVEL", "silent");

export const password = "harbor violet stone";

/** Comes from an address of its own each time, so that tests do not use up each other's limits. */
export const fromSomewhere = (): Origin => ({
  address: uuidv4(),
  userAgent: "test",
  now: new Date(),
});

export const someEmail = () => `${uuidv4()}@example.com`;

/** The actor behind claims; fails when they do not count. */
export async function actorOf(claims: SessionClaims): Promise<Actor> {
  const actor = await findActorByClaims(claims);
  if (!actor) throw new Error("the session does not count");
  return actor;
}

/** An account with `password`, its address not confirmed yet. */
export async function makeAccount(email = someEmail()) {
  const { claims } = await signUp(null, { email, password }, fromSomewhere());
  return { email, claims, actor: await actorOf(claims) };
}

/** Another session of the same user, as if on another device. */
export async function anotherSession({ userId }: Actor): Promise<SessionClaims> {
  const { sessionVersion } = await prisma().user.findUniqueOrThrow({ where: { id: userId } });
  return startSession({ id: userId, sessionVersion }, null, "another", new Date());
}

/** The texts of all mails to an address, oldest first. */
export async function mailsTo(email: string): Promise<string[]> {
  const files = (await readdir(mailbox)).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(mailbox, file), "utf8")));
  return texts.filter((text) => text.includes(`\nTo: ${email}\n`));
}

/** The token of the latest link that was mailed to an address. */
export async function lastToken(email: string): Promise<string> {
  const links = (await mailsTo(email)).flatMap((text) => [
    ...text.matchAll(/\/(?:reset|verify)\/([\w-]+)/g),
  ]);
  const token = links.at(-1)?.[1];
  if (!token) throw new Error(`no link was mailed to ${email}`);
  return token;
}

/** Records reviews of a card, through the way that reviews take. */
export async function practise(actor: Actor, cardId: string, instants: readonly number[]) {
  const events = instants.map((at) => ({
    id: uuidv4(),
    cardId,
    grade: 3,
    reviewedAt: new Date(at).toISOString(),
    durationMs: 1000,
  }));
  await recordReviews(actor, events.map(parseEvent), new Date());
  return events;
}
