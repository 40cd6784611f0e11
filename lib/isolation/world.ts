import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { createAccountToken } from "#lib/accounts/account-tokens.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { hashPassword } from "#lib/accounts/passwords.ts";
import { pool, prisma } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import { recordProgress } from "#lib/lessons/record-progress.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import { type Actor, sessionCookieName } from "#lib/session.ts";
import { followPath } from "#lib/study-paths/follow-path.ts";
import { CorpusDirectory, pathFile } from "#seed/corpus-fixture.ts";
import { lessonFile, writeLessons } from "#seed/corpus-fixture-lessons.ts";
import { makeBank } from "#seed/factories.ts";

/*
 * Somebody with everything that a person can have here, a bank that only its organization may read,
 * and strangers who try to get at either.
 */

/** What a stranger may have got hold of; of what does not exist, as many invented ones. */
export interface Targets {
  userId: string;
  email: string;
  /** A session of signing in. */
  signInSessionId: string;
  /** A sitting of reviews. */
  studySessionId: string;
  eventId: string;
  /** The hash of a link's token, as a stolen backup would hold it. */
  tokenHash: string;
  provider: string;
  /** A public card, practised by its owner only. */
  openCardId: string;
  /** Of the private bank: */
  cardId: string;
  bankId: string;
  itemId: string;
  externalId: string;
  topicSlug: string;
  /** Stable id of its lesson, of which the owner has read the first section. */
  lessonId: string;
  trackSlug: string;
  /** Stable id of its study path. */
  pathId: string;
  slugs: Record<"question" | "comparison" | "myth" | "decision" | "lesson" | "path", string>;
}

export interface World {
  owner: Actor;
  theirs: Targets;
  missing: Targets;
  /** A link mailed to the owner, for a change of address. */
  changeToken: string;
  /** What must not be in any answer to a stranger. */
  secrets: string[];
}

export const password = "correct horse battery";

const uuidOfNobody = "00000000-0000-4000-8000-00000000dead";

function missingTargets(): Targets {
  const slugs = {
    question: "9-none",
    comparison: "none",
    myth: "none",
    decision: "none",
    lesson: "9-none",
    path: "none",
  };
  return {
    userId: uuidOfNobody,
    email: "nobody@example.org",
    signInSessionId: uuidOfNobody,
    studySessionId: uuidOfNobody,
    eventId: randomUUID(),
    tokenHash: "0".repeat(64),
    provider: "none",
    openCardId: uuidOfNobody,
    cardId: uuidOfNobody,
    bankId: uuidOfNobody,
    itemId: uuidOfNobody,
    externalId: "none",
    topicSlug: "no-topic",
    lessonId: "lesson-none",
    trackSlug: "no-track",
    pathId: "none",
    slugs,
  };
}

async function makeAccount(email: string, passwordHash: string): Promise<Actor> {
  const { id: userId } = await createUser({
    email,
    name: `Name of ${email}`,
    passwordHash,
    timeZone: "UTC",
  });
  return { userId, sessionId: await openSession(userId), isGuest: false };
}

async function openSession(userId: string): Promise<string> {
  const id = randomUUID();
  const expiresAt = new Date(Date.now() + 86_400_000);
  await prisma().userSession.create({
    data: { userId, id, userAgent: `agent of ${userId}`, expiresAt },
  });
  return id;
}

let strangers = 0;
let sharedHash: Promise<string> | undefined;

/** A new account with a session, and nothing else. */
export async function makeStranger(): Promise<Actor> {
  strangers += 1;
  sharedHash ??= hashPassword(password);
  return makeAccount(`stranger-${strangers}@example.org`, await sharedHash);
}

/** The cookie of a session. */
export async function cookieOf({ userId, sessionId }: Actor): Promise<string> {
  const token = { sub: userId, sid: sessionId, sv: 0, iat0: Math.floor(Date.now() / 1000) };
  return `${sessionCookieName()}=${await encode({ token, secret: env().AUTH_SECRET })}`;
}

async function practise(
  owner: Actor,
  cardIds: readonly string[],
  sessionId: string,
): Promise<string[]> {
  const at = Date.now() - 3 * 86_400_000;
  const events = cardIds.flatMap((cardId) =>
    [4, 4, 1].map((grade, day) => ({
      ...{ id: randomUUID(), cardId, grade, sessionId, durationMs: 4000, ticks: [] },
      reviewedAt: new Date(at + day * 86_400_000).toISOString(),
    })),
  );
  const results = await recordReviews(owner, events.map(parseEvent), new Date());
  if (results.some(({ status }) => status !== "applied"))
    throw new Error("the owner could not practise");
  return events.map(({ id }) => id);
}

/** One item of each kind, with its cards, in a bank that is public until it is closed. */
async function makeCorpus() {
  const corpus = await CorpusDirectory.create();
  await writeLessons(corpus, [lessonFile()]);
  await corpus.writePath(pathFile());
  await corpus.load(pool());
  await corpus.dispose();
  await prisma().topic.updateMany({ data: { slug: "closed-topic", name: "Closed topic" } });
  await prisma().lessonTrack.updateMany({ data: { slug: "closed-track", name: "Closed track" } });
  return prisma().contentItem.findMany({
    select: {
      ...{
        id: true,
        bankId: true,
        externalId: true,
        slug: true,
        kind: true,
        title: true,
        currentVersionId: true,
      },
      cards: { select: { id: true } },
    },
  });
}

/** Opens or closes the bank of the world. */
export async function publish(visibility: "public" | "private"): Promise<void> {
  await prisma().bank.updateMany({ where: { slug: "public" }, data: { visibility } });
}

export async function makeWorld(): Promise<World> {
  const items = await makeCorpus();
  const itemOf = (kind: string) => {
    const item = items.find((candidate) => candidate.kind === kind);
    if (!item) throw new Error(`the corpus has no ${kind}`);
    return item;
  };
  const open = await makeBank({ cards: 2 });
  const owner = await makeAccount("owner@example.org", await hashPassword(password));
  const studySessionId = randomUUID();
  const signInSessionId = await openSession(owner.userId);
  const openCardId = open.cards[0]?.cardId ?? "";
  const question = itemOf("question");
  const cardId = question.cards[0]?.id ?? "";
  const [eventId = "", ...eventIds] = await practise(
    owner,
    [
      openCardId,
      cardId,
      ...itemOf("comparison")
        .cards.slice(0, 1)
        .map(({ id }) => id),
    ],
    studySessionId,
  );
  const lesson = itemOf("lesson");
  await recordProgress(owner, { lesson: lesson.externalId, section: "shows", read: true });
  const path = itemOf("path");
  await followPath(owner, path.externalId);
  await publish("private");
  await pool().query("DELETE FROM search_words");
  const guestId = randomUUID();
  await prisma().mergedGuest.create({ data: { userId: owner.userId, guestId } });
  await prisma().oAuthAccount.create({
    data: { provider: "github", providerAccountId: "owner-at-github", userId: owner.userId },
  });
  const email = "owner@example.org";
  const changeToken = await createAccountToken(
    prisma(),
    { userId: owner.userId, purpose: "change_email", email: "owner-anew@example.org" },
    new Date(),
  );
  await createAccountToken(
    prisma(),
    { userId: owner.userId, purpose: "reset_password", email },
    new Date(),
  );
  const { tokenHash } = await prisma().accountToken.findFirstOrThrow({
    where: { purpose: "reset_password" },
    select: { tokenHash: true },
  });
  const kinds = ["question", "comparison", "myth", "decision", "lesson", "path"] as const;
  const theirs: Targets = {
    ...{
      userId: owner.userId,
      email,
      signInSessionId,
      studySessionId,
      eventId,
      tokenHash,
      provider: "github",
      openCardId,
    },
    ...{
      cardId,
      bankId: question.bankId,
      itemId: question.id,
      externalId: question.externalId,
      topicSlug: "closed-topic",
      lessonId: lesson.externalId,
      trackSlug: "closed-track",
      pathId: path.externalId,
    },
    slugs: {
      question: "",
      comparison: "",
      myth: "",
      decision: "",
      lesson: "",
      path: "",
      ...Object.fromEntries(kinds.map((kind) => [kind, itemOf(kind).slug])),
    },
  };
  const secrets = [
    ...[
      owner.userId,
      owner.sessionId,
      "owner@",
      "owner-anew",
      "owner-at-github",
      `agent of ${owner.userId}`,
    ],
    ...[signInSessionId, studySessionId, guestId, tokenHash, changeToken, ...eventIds],
    ...["closed-topic", "Closed topic", "closed-track", "Closed track"],
    ...items.flatMap((item) => [
      item.id,
      item.slug,
      item.currentVersionId ?? item.id,
      ...item.cards.map(({ id }) => id),
    ]),
    ...["What a namespace hides", "Left against right", "Sharing a kernel", "What process 1 sees"],
    "Sampler",
  ];
  return { owner, theirs, missing: missingTargets(), changeToken, secrets };
}

/** Everything that is kept of the owner and of all banks, as text. */
export async function snapshot({ owner }: World): Promise<string> {
  const { rows } = await pool().query<{ name: string; is_owned: boolean }>(
    `SELECT t.table_name AS name, bool_or(c.column_name = 'user_id') AS is_owned
       FROM information_schema.tables t JOIN information_schema.columns c USING (table_schema, table_name)
      WHERE t.table_schema = 'public' AND t.table_name NOT IN ('rate_limits', '_prisma_migrations') GROUP BY 1`,
  );
  const queries = rows.map(({ name, is_owned }) => {
    const condition = is_owned ? "t.user_id = $1" : name === "users" ? "t.id = $1" : "true";
    return `SELECT '${name}' AS name, string_agg(to_jsonb(t)::text, ' ' ORDER BY to_jsonb(t)::text) AS rows FROM ${name} t WHERE ${condition}`;
  });
  const found = await pool().query<{ name: string; rows: string | null }>(
    queries.join("\nUNION ALL\n"),
    [owner.userId],
  );
  return found.rows
    .map(({ name, rows: text }) => `${name}: ${text ?? ""}`)
    .sort()
    .join("\n");
}
