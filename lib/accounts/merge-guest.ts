import { inTransaction } from "#lib/db.ts";
import { refoldCards } from "#lib/reviews/refold-cards.ts";
import type { Actor } from "#lib/session.ts";

/**
 * Gives everything a guest practised to an account: the events move, and the cards that both have
 * practised are folded again from all events. The guest is gone afterwards, but remembered, so
 * that reviews still waiting in a browser under the guest's id are accepted later.
 */
export async function mergeGuest(guest: Actor, userId: string): Promise<void> {
  await inTransaction(async (client) => {
    // Both clocks, in one order for everybody, so that two merges cannot block each other.
    await client.query({
      text: "SELECT FROM study_clocks WHERE user_id = ANY($1::uuid[]) ORDER BY user_id FOR UPDATE",
      values: [[guest.userId, userId]],
    });
    const { rows } = await client.query<{ card_id: string }>({
      text: "SELECT DISTINCT card_id FROM review_events WHERE user_id = $1",
      values: [guest.userId],
    });
    await client.query({
      text: `INSERT INTO review_events
             SELECT (json_populate_record(e, json_build_object('user_id', $2::uuid))).*
               FROM review_events e WHERE e.user_id = $1
             ON CONFLICT (user_id, id) DO NOTHING`,
      values: [guest.userId, userId],
    });
    await client.query({ text: "UPDATE study_clocks SET revision = revision + 1 WHERE user_id = $1", values: [userId] });
    await refoldCards(client, userId, rows.map(({ card_id }) => card_id));
    await client.query({
      text: `INSERT INTO merged_guests (user_id, guest_id)
             SELECT $2::uuid, $1::uuid UNION SELECT $2::uuid, guest_id FROM merged_guests WHERE user_id = $1
             ON CONFLICT DO NOTHING`,
      values: [guest.userId, userId],
    });
    await client.query({ text: "DELETE FROM users WHERE id = $1", values: [guest.userId] });
  });
}
