import { describe, expect, it } from "vitest";
import { deleteAccount } from "#lib/accounts/delete-account.ts";
import { exportAccount } from "#lib/accounts/export-account.ts";
import { mergeGuest } from "#lib/accounts/merge-guest.ts";
import { requestReset } from "#lib/accounts/request-reset.ts";
import { pool, prisma } from "#lib/db.ts";
import type { Actor } from "#lib/session.ts";
import { makeActor, makeBank } from "#seed/factories.ts";
import { fromSomewhere, makeAccount, password, practise } from "#seed/factories-accounts.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

/** Every table with rows that belong to one user, found in the database: a new one cannot be forgotten. */
async function perUserTables(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    "SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'user_id'",
  );
  return rows.map(({ name }) => name).sort();
}

async function rowsOf(userId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of await perUserTables()) {
    const { rows } = await pool().query<{ n: number }>({
      text: `SELECT count(*)::int AS n FROM ${table} WHERE user_id = $1`,
      values: [userId],
    });
    counts[table] = rows[0]?.n ?? 0;
  }
  return counts;
}

/** An account with a row in every per-user table. */
async function fullAccount() {
  const account = await makeAccount();
  const { userId } = account.actor;
  const guest = await makeActor();
  const cards = (await makeBank({ cards: 2 })).cards;
  for (const { cardId } of cards) await practise(guest, cardId, [Date.now() - 1000]);
  await prisma().lessonProgress.create({
    data: { userId: guest.userId, itemId: cards[0]?.itemId ?? "", section: "one" },
  });
  await mergeGuest(guest, userId);
  await prisma().oAuthAccount.create({
    data: { provider: "github", providerAccountId: userId, userId },
  });
  await requestReset(account.email, new Date());
  return { ...account, cards };
}

async function readExport(actor: Actor) {
  let text = "";
  for await (const piece of await exportAccount(actor, new Date())) text += piece;
  return JSON.parse(text) as Record<string, unknown> & { reviewEvents: { id: string }[] };
}

describe("deleting an account", () => {
  it("leaves no row behind in any per-user table", async () => {
    const { actor, email } = await fullAccount();
    const before = await rowsOf(actor.userId);
    expect(Object.entries(before).filter(([, n]) => n === 0)).toEqual([]);
    await deleteAccount(actor, { confirmation: email.toUpperCase(), password }, "here");
    expect(Object.values(await rowsOf(actor.userId)).every((n) => n === 0)).toBe(true);
    expect(await prisma().user.count({ where: { OR: [{ id: actor.userId }, { email }] } })).toBe(0);
  });

  it("takes the address and the password; a guest types a word", async () => {
    const { actor, email } = await makeAccount();
    await expect(
      deleteAccount(actor, { confirmation: "delete", password }, "here"),
    ).rejects.toMatchObject({
      details: { issues: [{ path: "confirmation" }] },
    });
    await expect(
      deleteAccount(actor, { confirmation: email, password: "" }, "here"),
    ).rejects.toMatchObject({
      details: { issues: [{ path: "password" }] },
    });
    const guest = await makeActor();
    await deleteAccount(guest, { confirmation: "delete", password: "" }, "here");
    expect(await prisma().user.count({ where: { id: guest.userId } })).toBe(0);
    expect(await prisma().user.count({ where: { id: actor.userId } })).toBe(1);
  });
});

describe("the export", () => {
  it("holds something of every per-user table, and no secret", async () => {
    const { actor, email, cards } = await fullAccount();
    const exported = await readExport(actor);
    /** Where a table's rows are in the export. A new table needs a place here. */
    const places: Record<string, unknown> = {
      account_tokens: exported["openLinks"],
      card_states: exported["cardStates"],
      lesson_progress: exported["lessonsRead"],
      merged_guests: exported["mergedGuests"],
      oauth_accounts: exported["linkedAccounts"],
      review_events: exported["reviewEvents"],
      study_clocks: [exported["studyRevision"]],
      study_settings: [exported["settings"]],
      user_sessions: exported["sessions"],
    };
    expect(Object.keys(places).sort()).toEqual(await perUserTables());
    const counts = await rowsOf(actor.userId);
    for (const [table, rows] of Object.entries(places))
      expect([table, rows]).toEqual([table, expect.objectContaining({ length: counts[table] })]);
    expect(exported["profile"]).toMatchObject({ id: actor.userId, email, hasPassword: true });
    expect(JSON.stringify(exported["cardStates"])).toContain(`"id":"${cards[0]?.externalId}"`);
    expect(JSON.stringify(exported)).not.toMatch(/argon2|token_?hash|password_?hash"|digest/i);
  });

  it("says which study path is followed", async () => {
    const { actor } = await makeAccount();
    const exported = async () => (await readExport(actor))["settings"];
    expect(await exported()).toMatchObject({ path: null });
    const [item] = (await makeBank()).cards;
    await prisma().studySettings.update({
      where: { userId: actor.userId },
      data: { pathId: item?.itemId ?? null },
    });
    expect(await exported()).toMatchObject({ path: { id: item?.externalId } });
  });

  it("reads many events in portions, each once", async () => {
    const { actor } = await makeAccount();
    const [card] = (await makeBank()).cards;
    await practise(actor, card?.cardId ?? "", [Date.now() - 1000]);
    await pool().query({
      text: `INSERT INTO review_events
             SELECT (json_populate_record(e, json_build_object('id', gen_random_uuid()))).*
               FROM review_events e, generate_series(1, 4500) WHERE e.user_id = $1`,
      values: [actor.userId],
    });
    const { reviewEvents } = await readExport(actor);
    expect(new Set(reviewEvents.map(({ id }) => id)).size).toBe(4501);
    expect(reviewEvents).toHaveLength(4501);
  });

  it("is limited", async () => {
    const { actor } = await makeAccount(`${fromSomewhere().address}@example.com`);
    for (let n = 0; n < 20; n += 1) await exportAccount(actor, new Date());
    await expect(exportAccount(actor, new Date())).rejects.toMatchObject({ code: "RATE_LIMITED" });
  });
});
