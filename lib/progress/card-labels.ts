import { readableItemsSql } from "#lib/content/access.ts";
import { aspectAnchor, itemPath } from "#lib/content/paths.ts";
import { type ContentKind, rungSchema } from "#lib/content/schema.ts";
import { pool } from "#lib/db.ts";
import type { CardLabel } from "#lib/progress/schema.ts";
import type { Actor } from "#lib/session.ts";

interface LabelRow {
  card_id: string;
  kind: CardLabel["kind"];
  key: string;
  item_kind: ContentKind;
  slug: string;
  number: number | null;
  title: string;
  topic_slug: string;
  topic_name: string;
  readable: boolean;
  aspect: string | null;
  subject: string | null;
}

const nameIn = (list: "aspects" | "subjects", part: 1 | 2) => `
  (SELECT x ->> 'name' FROM content_versions v, jsonb_array_elements(v.payload -> '${list}') x
    WHERE c.kind IN ('fact', 'condition') AND v.id = item.current_version_id AND x ->> 'id' = split_part(c.key, '/', ${part}) LIMIT 1)`;

const labelsSql = (actor: Actor) => `
  SELECT c.id AS card_id, c.kind, c.key, item.kind AS item_kind, item.slug, item.number, item.title,
         topic.slug AS topic_slug, topic.name AS topic_name, (${readableItemsSql(actor)}) AS readable,
         ${nameIn("aspects", 1)} AS aspect, ${nameIn("subjects", 2)} AS subject
    FROM cards c
    JOIN content_items item ON item.id = c.item_id
    JOIN banks bank ON bank.id = item.bank_id
    JOIN topics topic ON topic.id = item.topic_id
   WHERE c.id = ANY($2::uuid[])
     AND ((${readableItemsSql(actor)}) OR EXISTS (SELECT FROM card_states s WHERE s.user_id = $1 AND s.card_id = c.id))`;

function detailOf({ kind, aspect, subject }: LabelRow): string | null {
  if (aspect === null) return null;
  return `${aspect} · ${subject ?? ""}${kind === "condition" ? " · which claim holds when" : ""}`;
}

function toLabel(row: LabelRow): CardLabel {
  const path = itemPath({ kind: row.item_kind, topicSlug: row.topic_slug, slug: row.slug });
  const [aspectId = ""] = row.key.split("/");
  const rung = rungSchema.safeParse(row.key);
  return {
    cardId: row.card_id,
    kind: row.kind,
    title: row.readable ? row.title : null,
    number: row.number,
    rung: rung.success ? rung.data : null,
    detail: row.readable ? detailOf(row) : null,
    topic: { slug: row.topic_slug, name: row.topic_name },
    path: row.readable ? (row.aspect === null ? path : `${path}#${aspectAnchor(aspectId)}`) : null,
  };
}

/**
 * Names of cards that the actor practised or may practise, by card. What may not be read any more
 * keeps its place without its words.
 */
export async function readCardLabels(
  actor: Actor,
  cardIds: readonly string[],
): Promise<Map<string, CardLabel>> {
  if (cardIds.length === 0) return new Map();
  const { rows } = await pool().query<LabelRow>({
    name: "read-card-labels",
    text: labelsSql(actor),
    values: [actor.userId, [...new Set(cardIds)]],
  });
  return new Map(rows.map((row) => [row.card_id, toLabel(row)]));
}
