import { invalidField } from "#lib/accounts/invalid-field.ts";
import { requireOwnPassword } from "#lib/accounts/require-own-password.ts";
import { deleteWord } from "#lib/accounts/schema.ts";
import { sendDeletionNotice } from "#lib/accounts/send-notices.ts";
import { inTransaction } from "#lib/db.ts";
import type { Actor } from "#lib/session.ts";

/**
 * Deletes the actor with everything that is theirs, for good.
 * @param confirmation the account's address, or "delete" where there is none.
 * @throws AppError INVALID when the confirmation or the password is wrong, RATE_LIMITED.
 */
export async function deleteAccount(
  actor: Actor,
  { confirmation, password }: { confirmation: string; password: string },
  address: string,
): Promise<void> {
  const { email } = await requireOwnPassword(actor, password, address, "password");
  const expected = email ?? deleteWord;
  if (confirmation.toLowerCase() !== expected.toLowerCase()) {
    throw invalidField(
      "confirmation",
      email ? "is not the address of this account" : `has to be the word "${deleteWord}"`,
    );
  }
  await inTransaction(async (client) => {
    await client.query({ text: "SET LOCAL statement_timeout = '60s'" }); // there may be years of reviews
    // First what a review being recorded locks first, so that the two cannot block each other.
    await client.query({
      text: "SELECT FROM study_clocks WHERE user_id = $1 FOR UPDATE",
      values: [actor.userId],
    });
    if (email)
      await client.query({
        text: "DELETE FROM verification_tokens WHERE identifier = $1",
        values: [email],
      });
    // Everything per user goes with the row: every table's foreign key cascades.
    await client.query({ text: "DELETE FROM users WHERE id = $1", values: [actor.userId] });
  });
  if (email) await sendDeletionNotice(email);
}
