import { v7 as uuidv7 } from "uuid";
import type { PositionedCard } from "#lib/content/card-order.ts";
import type { CardSpec } from "#lib/content/cards.ts";
import { contentHash } from "#lib/content/content-hash.ts";
import type { ContentKind, ContentPayload } from "#lib/content/schema.ts";

/** An item as the database has it. */
export interface StoredItem {
  id: string;
  externalId: string;
  kind: ContentKind;
  retired: boolean;
  /** Number and hash of the newest version; 0 and "" when it has none. */
  version: number;
  contentHash: string;
}

/** An item as the files have it, and what the database lacks of it. */
export interface PlannedItem {
  id: string;
  payload: ContentPayload;
  contentHash: string;
  fate: "added" | "changed" | "unchanged";
  /** Number of the version to be made, or null when the newest one says the same. */
  newVersion: number | null;
}

export interface ItemPlan {
  items: PlannedItem[];
  /** Ids of items whose file is gone. */
  retired: string[];
}

/**
 * Compares the files with the database. An item whose file came back counts as added.
 * @throws Error when an id now names an item of another kind, whose cards could not keep their meaning
 */
export function planItems(
  payloads: readonly ContentPayload[],
  stored: readonly StoredItem[],
): ItemPlan {
  const storedById = new Map(stored.map((item) => [item.externalId, item]));
  const items = payloads.map((payload): PlannedItem => {
    const known = storedById.get(payload.id);
    const hash = contentHash(payload);
    if (!known) return { id: uuidv7(), payload, contentHash: hash, fate: "added", newVersion: 1 };
    if (known.kind !== payload.kind) {
      throw new Error(
        `The id "${payload.id}" belongs to a ${known.kind}; the ${payload.kind} needs an id of its own.`,
      );
    }
    const isSame = known.contentHash === hash;
    const fate = known.retired ? "added" : isSame ? "unchanged" : "changed";
    return {
      id: known.id,
      payload,
      contentHash: hash,
      fate,
      newVersion: isSame ? null : known.version + 1,
    };
  });
  const present = new Set(payloads.map(({ id }) => id));
  const retired = stored
    .filter((item) => !item.retired && !present.has(item.externalId))
    .map(({ id }) => id);
  return { items, retired };
}

/** A card as the database has it. */
export interface StoredCard extends CardSpec {
  id: string;
  itemId: string;
  position: number;
  retired: boolean;
}

export interface CardPlan {
  inserts: (PositionedCard & { id: string })[];
  /** Cards that moved or came back; they keep their id, and with it everybody's progress. */
  updates: (PositionedCard & { id: string })[];
  retired: string[];
}

export function planCards(
  cards: readonly PositionedCard[],
  stored: readonly StoredCard[],
): CardPlan {
  const identity = (card: { itemId: string; key: string }) => `${card.itemId} ${card.key}`;
  const storedByIdentity = new Map(stored.map((card) => [identity(card), card]));
  const plan: CardPlan = { inserts: [], updates: [], retired: [] };
  for (const card of cards) {
    const known = storedByIdentity.get(identity(card));
    if (!known) {
      plan.inserts.push({ ...card, id: uuidv7() });
    } else if (
      known.retired ||
      known.position !== card.position ||
      known.siblingGroup !== card.siblingGroup
    ) {
      plan.updates.push({ ...card, id: known.id });
    }
  }
  const wanted = new Set(cards.map(identity));
  plan.retired = stored
    .filter((card) => !card.retired && !wanted.has(identity(card)))
    .map(({ id }) => id);
  return plan;
}
