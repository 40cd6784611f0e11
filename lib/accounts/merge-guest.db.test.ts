import { describe, expect, it } from "vitest";
import { mergeGuest } from "#lib/accounts/merge-guest.ts";
import { signUp } from "#lib/accounts/sign-up.ts";
import { pool, prisma } from "#lib/db.ts";
import { listEventsByCard } from "#lib/reviews/event-rows.ts";
import { ownEventsOnly } from "#lib/reviews/own-events-only.ts";
import { type CardStateRow, cardStateColumns, toCardState } from "#lib/reviews/state-rows.ts";
import { foldCard } from "#lib/scheduler/fold.ts";
import { makeActor, makeBank } from "#seed/factories.ts";
import {
  fromSomewhere,
  makeAccount,
  password,
  practise,
  someEmail,
} from "#seed/factories-accounts.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

const dayMs = 86_400_000;

async function expectStatesToEqualFolds(userId: string, cardIds: readonly string[]): Promise<void> {
  const events = await listEventsByCard(pool(), userId, cardIds);
  for (const cardId of cardIds) {
    const { rows } = await pool().query<CardStateRow>({
      text: `SELECT ${cardStateColumns} FROM card_states s WHERE user_id = $1 AND card_id = $2`,
      values: [userId, cardId],
    });
    const stored = rows[0] ? toCardState(rows[0]) : null;
    const folded = foldCard(events.get(cardId) ?? [], { maximumIntervalDays: 36_500, fuzz: true });
    expect(stored).toEqual(folded);
  }
}

describe("merging a guest", () => {
  it("moves the events and folds the cards of both again", async () => {
    const { actor } = await makeAccount();
    const guest = await makeActor();
    const cardIds = (await makeBank({ cards: 3 })).cards.map(({ cardId }) => cardId);
    const [both = "", onlyGuest = "", onlyAccount = ""] = cardIds;
    const now = Date.now();
    await practise(actor, both, [now - 20 * dayMs, now - 5 * dayMs]);
    await practise(actor, onlyAccount, [now - dayMs]);
    await practise(guest, both, [now - 21 * dayMs, now - 12 * dayMs, now - 1000]);
    const [unsent] = await practise(guest, onlyGuest, [now - 2 * dayMs]);

    await mergeGuest(guest, actor.userId);

    expect(await prisma().reviewEvent.count({ where: { userId: actor.userId } })).toBe(7);
    await expectStatesToEqualFolds(actor.userId, cardIds);
    expect(await prisma().user.findUnique({ where: { id: guest.userId } })).toBeNull();
    // What the browser sends late under the guest's id, once more or for the first time.
    await expect(ownEventsOnly(actor, guest.userId)).resolves.toBeUndefined();
    expect(unsent).toBeDefined();
    await mergeGuest(guest, actor.userId);
    expect(await prisma().reviewEvent.count({ where: { userId: actor.userId } })).toBe(7);
  });

  it("while reviews are still arriving loses none that was accepted", async () => {
    const { actor } = await makeAccount();
    const guest = await makeActor();
    const cardIds = (await makeBank({ cards: 4 })).cards.map(({ cardId }) => cardId);
    const arriving = cardIds.map((cardId, index) => practise(guest, cardId, [Date.now() - index]));
    const merging = mergeGuest(guest, actor.userId);
    const accepted = (await Promise.allSettled(arriving)).filter(
      ({ status }) => status === "fulfilled",
    );
    await merging;
    expect(await prisma().reviewEvent.count({ where: { userId: actor.userId } })).toBe(
      accepted.length,
    );
  });

  it("leaves an account alone that was a guest when the request began", async () => {
    const { actor } = await makeAccount();
    const guest = await makeActor();
    await signUp(guest, { email: someEmail(), password }, fromSomewhere());
    await mergeGuest(guest, actor.userId);
    expect(await prisma().user.findUnique({ where: { id: guest.userId } })).not.toBeNull();
  });
});
