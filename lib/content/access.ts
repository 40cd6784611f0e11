import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { Actor, ClaimedActor } from "#lib/session.ts";

/*
 * What an actor may read. Every query of content takes its condition from here, so that there is no
 * row to be forgotten about. Today that is what is published in a public bank, for everybody.
 */

/** Banks that the actor may read. */
export function readableBanks(_actor: Actor | null): Prisma.BankWhereInput {
  return { visibility: "public" };
}

/** Items that the actor may read. */
export function readableItems(actor: Actor | null): Prisma.ContentItemWhereInput {
  return { status: "published", currentVersionId: { not: null }, bank: readableBanks(actor) };
}

/**
 * The same as `readableItems` for hand-written SQL.
 * @returns a condition over `content_items` named `item` and `banks` named `bank`
 */
export function readableItemsSql(_actor: Actor | null): string {
  return "item.status = 'published' AND item.current_version_id IS NOT NULL AND bank.visibility = 'public'";
}

/**
 * Items whose cards the actor may answer, for hand-written SQL: also those retired since they were
 * shown, because an answer given without a network may arrive much later.
 * @returns a condition over `content_items` named `item` and `banks` named `bank`
 */
export function recordableItemsSql(_actor: Actor | ClaimedActor | null): string {
  return "item.status IN ('published', 'retired') AND bank.visibility = 'public'";
}
