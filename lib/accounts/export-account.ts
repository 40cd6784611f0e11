import { consumeLimit } from "#lib/accounts/limits.ts";
import { getSettings } from "#lib/accounts/queries.ts";
import { pool, prisma } from "#lib/db.ts";
import type { Actor } from "#lib/session.ts";

const rowsAtOnce = 2000;

const eventsSql = `
  SELECT e.id, to_jsonb(e) - 'user_id' - 'digest' AS row
    FROM review_events e WHERE e.user_id = $1 AND e.id > $2 ORDER BY e.id LIMIT ${rowsAtOnce}`;

// With what a card is called in the content files: its own id means nothing elsewhere.
const statesSql = `
  SELECT s.card_id AS id,
         (to_jsonb(s) - 'user_id') || jsonb_build_object(
           'content', jsonb_build_object('organization', o.slug, 'bank', b.slug, 'kind', t.kind, 'id', t.external_id, 'title', t.title),
           'card', jsonb_build_object('kind', c.kind, 'key', c.key)) AS row
    FROM card_states s
    JOIN cards c ON c.id = s.card_id
    JOIN content_items t ON t.id = c.item_id
    JOIN banks b ON b.id = t.bank_id
    JOIN organizations o ON o.id = t.org_id
   WHERE s.user_id = $1 AND s.card_id > $2 ORDER BY s.card_id LIMIT ${rowsAtOnce}`;

/** The sections of lessons that were read, by what they are called in the content files. */
async function readLessons(userId: string) {
  const rows = await prisma().lessonProgress.findMany({
    where: { userId },
    select: {
      section: true,
      readAt: true,
      item: {
        select: {
          ...{ externalId: true, title: true },
          bank: { select: { slug: true, organization: { select: { slug: true } } } },
        },
      },
    },
    orderBy: [{ readAt: "asc" }, { itemId: "asc" }, { section: "asc" }],
  });
  return rows.map(({ section, readAt, item: { externalId, title, bank } }) => ({
    content: { organization: bank.organization.slug, bank: bank.slug, id: externalId, title },
    section,
    readAt,
  }));
}

/** Rows as JSON text, in portions, so that neither we nor the database hold all of them at once. */
async function* inPortions(sql: string, userId: string): AsyncGenerator<string> {
  let after = "00000000-0000-0000-0000-000000000000";
  let separator = "\n";
  for (;;) {
    const { rows } = await pool().query<{ id: string; row: unknown }>({
      text: sql,
      values: [userId, after],
    });
    for (const { row } of rows) {
      yield `${separator}    ${JSON.stringify(row)}`;
      separator = ",\n";
    }
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return;
    after = last.id;
  }
}

async function readProfile(userId: string) {
  const { passwordHash, ...user } = await prisma().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      email: true,
      emailVerifiedAt: true,
      name: true,
      createdAt: true,
      passwordHash: true,
      settings: {
        select: {
          ...{ weights: true, updatedAt: true },
          path: { select: { externalId: true, title: true } },
        },
      },
      clock: { select: { revision: true } },
      oauthAccounts: { select: { provider: true, providerAccountId: true, createdAt: true } },
      mergedGuests: { select: { guestId: true, mergedAt: true } },
      accountTokens: { select: { purpose: true, email: true, expiresAt: true } },
      sessions: {
        select: { id: true, userAgent: true, createdAt: true, lastSeenAt: true, expiresAt: true },
      },
    },
  });
  return { ...user, hasPassword: passwordHash !== null };
}

/**
 * Everything that is kept about the actor, as the text of one JSON object, piece by piece. Left out
 * are only secrets: the hashes of the password and of links, and digests that follow from the rest.
 * @throws AppError RATE_LIMITED, before the first piece.
 */
export async function exportAccount(actor: Actor, now: Date): Promise<AsyncGenerator<string>> {
  await consumeLimit("export", actor.userId);
  const {
    settings: studySettings,
    sessions,
    oauthAccounts,
    mergedGuests,
    accountTokens,
    clock,
    ...profile
  } = await readProfile(actor.userId);
  const { path, ...trained } = studySettings ?? { path: null };
  const followed = path && { id: path.externalId, title: path.title };
  const head = {
    format: "whetstone-export",
    version: 1,
    exportedAt: now.toISOString(),
    profile,
    settings: { ...(await getSettings(actor)), ...trained, path: followed },
    studyRevision: clock?.revision.toString() ?? "0",
    sessions,
    linkedAccounts: oauthAccounts,
    mergedGuests,
    openLinks: accountTokens,
    lessonsRead: await readLessons(actor.userId),
  };
  return (async function* () {
    yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "cardStates": [`;
    yield* inPortions(statesSql, actor.userId);
    yield '\n  ],\n  "reviewEvents": [';
    yield* inPortions(eventsSql, actor.userId);
    yield "\n  ]\n}\n";
  })();
}
