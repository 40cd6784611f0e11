import { inTransaction } from "#lib/db.ts";
import { refoldCards } from "#lib/reviews/refold-cards.ts";
import type { Actor } from "#lib/session.ts";

/**
 * Gives everything a guest practised to an account: the events move, and the cards that the guest
 * practised are folded again from all events of both; so do the sections of lessons that the guest read,
 * and the study path that the guest follows, unless the account follows one. The guest is gone afterwards, but remembered,
 * so that reviews still waiting in a browser under the guest's id are accepted later. Does nothing
 * when the guest is gone already, or became an account meanwhile.
 */
export async function mergeGuest(guest: Actor, userId: string): Promise<void> {
  await inTransaction(async (client) => {
    await client.query({ text: "SET LOCAL statement_timeout = '60s'" }); // a guest may have years of reviews
    // Both clocks, in one order for everybody, so that two merges cannot block each other; then the
    // guest, so that it cannot become an account in another tab while it is being taken apart.
    await client.query({
      text: "SELECT FROM study_clocks WHERE user_id = ANY($1::uuid[]) ORDER BY user_id FOR UPDATE",
      values: [[guest.userId, userId]],
    });
    const { rowCount } = await client.query({
      text: `SELECT FROM users u WHERE u.id = $1 AND u.email IS NULL
                AND NOT EXISTS (SELECT FROM oauth_accounts o WHERE o.user_id = u.id) FOR NO KEY UPDATE`,
      values: [guest.userId],
    });
    if (rowCount !== 1) return;
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
    await client.query({
      text: `INSERT INTO lesson_progress (user_id, item_id, section, read_at)
             SELECT $2::uuid, item_id, section, read_at FROM lesson_progress WHERE user_id = $1
             ON CONFLICT (user_id, item_id, section)
             DO UPDATE SET read_at = greatest(lesson_progress.read_at, excluded.read_at)`,
      values: [guest.userId, userId],
    });
    await client.query({
      text: "UPDATE study_clocks SET revision = revision + 1 WHERE user_id = $1",
      values: [userId],
    });
    await refoldCards(
      client,
      userId,
      rows.map(({ card_id }) => card_id),
    );
    await client.query({
      text: `UPDATE study_settings own SET path_id = guest.path_id FROM study_settings guest
              WHERE own.user_id = $2 AND own.path_id IS NULL AND guest.user_id = $1`,
      values: [guest.userId, userId],
    });
    await client.query({
      text: `INSERT INTO merged_guests (user_id, guest_id)
             SELECT $2::uuid, $1::uuid UNION SELECT $2::uuid, guest_id FROM merged_guests WHERE user_id = $1
             ON CONFLICT DO NOTHING`,
      values: [guest.userId, userId],
    });
    await client.query({ text: "DELETE FROM users WHERE id = $1", values: [guest.userId] });
  });
}
