import { readableItemsSql } from "#lib/content/access.ts";
import { itemPath } from "#lib/content/paths.ts";
import {
  type ComparisonPayload,
  type ContentPayload,
  contentPayloadSchema,
  type DecisionPayload,
  type MythPayload,
  type QuestionPayload,
  rungSchema,
} from "#lib/content/schema.ts";
import type { Queryable } from "#lib/db.ts";
import { renderMarkdown } from "#lib/markdown/render.ts";
import type {
  CardFace,
  ConditionFace,
  DecisionFace,
  FactFace,
  MythFace,
  QuestionFace,
} from "#lib/reviews/due-schema.ts";
import type { QueueRow } from "#lib/reviews/queue-rows.ts";
import type { Actor } from "#lib/session.ts";

interface ItemRow {
  id: string;
  kind: ContentPayload["kind"];
  slug: string;
  topic_slug: string;
  topic_name: string;
  version_id: string;
  payload: unknown;
}

interface Item {
  versionId: string;
  payload: ContentPayload;
  base: Pick<CardFace, "title" | "topic" | "level" | "path">;
}

async function readItems(
  db: Queryable,
  actor: Actor,
  itemIds: readonly string[],
): Promise<Map<string, Item>> {
  const { rows } = await db.query<ItemRow>({
    name: "read-items-of-cards",
    text: `SELECT item.id, item.kind, item.slug, p.slug AS topic_slug, p.name AS topic_name, v.id AS version_id, v.payload
             FROM content_items item JOIN banks bank ON bank.id = item.bank_id AND ${readableItemsSql(actor)}
             JOIN topics p ON p.id = item.topic_id JOIN content_versions v ON v.id = item.current_version_id
            WHERE item.id = ANY($1::uuid[])`,
    values: [itemIds],
  });
  return new Map(
    rows.map((row) => {
      const payload = contentPayloadSchema.parse(row.payload);
      const path = itemPath({ kind: row.kind, slug: row.slug, topicSlug: row.topic_slug });
      const base = { title: payload.title, topic: row.topic_name, level: payload.level, path };
      return [row.id, { versionId: row.version_id, payload, base }];
    }),
  );
}

/** Which points were ticked when a card was last answered, by card. */
async function readLastTicks(
  db: Queryable,
  userId: string,
  cardIds: readonly string[],
): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ card_id: string; ticks: string[] | null }>({
    name: "read-last-ticks",
    text: `SELECT DISTINCT ON (card_id) card_id, ticks FROM review_events
            WHERE user_id = $1 AND card_id = ANY($2::uuid[]) AND kind = 'review' AND undone_by_id IS NULL
            ORDER BY card_id, reviewed_at DESC, id DESC`,
    values: [userId, cardIds],
  });
  return new Map(rows.flatMap(({ card_id, ticks }) => (ticks ? [[card_id, ticks]] : [])));
}

/** What the person is to be asked. */
interface Asked {
  key: string;
  /** Reviews of the card so far. */
  timesAnswered: number;
  lastTicks: string[] | undefined;
}

/** The wordings take turns: an interviewer will not use the one that was practised. */
function wordingOf({ question, variants = [] }: QuestionPayload, timesAnswered: number): string {
  const wordings = [question, ...variants.map((variant) => variant.question)];
  return wordings[timesAnswered % wordings.length] ?? question;
}

function questionFace(
  base: Item["base"],
  payload: QuestionPayload,
  { key, timesAnswered, lastTicks }: Asked,
): QuestionFace {
  return {
    ...base,
    kind: "question",
    number: payload.number,
    rung: rungSchema.parse(key),
    questionHtml: renderMarkdown(wordingOf(payload, timesAnswered)),
    hints: payload.hints.map(({ title, advice, sampleResponse }) => ({
      title,
      adviceHtml: renderMarkdown(advice),
      sampleHtml: renderMarkdown(sampleResponse, { placeholders: true }),
    })),
    answerHtmlByRung: {
      "super-brief": renderMarkdown(payload.superBrief, { idPrefix: "super-brief-" }),
      brief: renderMarkdown(payload.brief, { idPrefix: "brief-" }),
      detailed: renderMarkdown(payload.detailed, { idPrefix: "detailed-" }),
    },
    mustSay: payload.mustSay,
    missedLastTime: lastTicks
      ? payload.mustSay.flatMap(({ id }) => (lastTicks.includes(id) ? [] : [id]))
      : [],
  };
}

function comparisonFace(
  base: Item["base"],
  payload: ComparisonPayload,
  key: string,
): FactFace | ConditionFace | null {
  const [aspectId = "", subjectId = "", part] = key.split("/");
  const aspect = payload.aspects.find(({ id }) => id === aspectId);
  const subject = payload.subjects.find(({ id }) => id === subjectId);
  const fact = aspect?.facts[subjectId];
  if (!aspect || !subject || !fact) return null;
  const shared = {
    ...base,
    aspect: aspect.name,
    subject: subject.name,
    prompt: aspect.prompt.replaceAll("{subject}", subject.name),
    whyHtml: aspect.why === undefined ? null : renderMarkdown(aspect.why),
  };
  const claims = fact.claims.map(({ value, condition, sources }) => ({
    value,
    condition: condition ?? null,
    sources: sources.flatMap((id) => {
      const source = payload.sources[id];
      return source ? [`${source.author}, ${source.title}`] : [];
    }),
  }));
  if (part === "conditions") {
    const conditional = claims.map((claim) => ({ ...claim, condition: claim.condition ?? "" }));
    return { ...shared, kind: "condition", claims: conditional };
  }
  return {
    ...shared,
    kind: "fact",
    claims,
    others: payload.subjects
      .filter(({ id }) => id !== subjectId)
      .map(({ id, name }) => ({
        subject: name,
        values: aspect.facts[id]?.claims.map(({ value }) => value) ?? [],
      })),
  };
}

function mythFace(base: Item["base"], payload: MythPayload): MythFace {
  return {
    ...base,
    kind: "myth",
    claim: payload.claim,
    realityHtml: renderMarkdown(payload.reality),
    whyBelievedHtml: renderMarkdown(payload.whyBelieved),
  };
}

function decisionFace(base: Item["base"], payload: DecisionPayload): DecisionFace {
  return {
    ...base,
    kind: "decision",
    scenarioHtml: renderMarkdown(payload.scenario),
    constraints: payload.constraints,
    options: payload.options,
    choiceHtml: renderMarkdown(payload.choice),
    whyHtml: renderMarkdown(payload.why),
    flip: payload.flip,
    hybridHtml: payload.hybrid === undefined ? null : renderMarkdown(payload.hybrid),
  };
}

function faceOf({ base, payload }: Item, asked: Asked): CardFace | null {
  switch (payload.kind) {
    case "question":
      return questionFace(base, payload, asked);
    case "comparison":
      return comparisonFace(base, payload, asked.key);
    case "lesson":
    case "path":
      return null;
    case "myth":
      return mythFace(base, payload);
    case "decision":
      return decisionFace(base, payload);
  }
}

/**
 * What cards show, by card, with the version shown. A card has none whose content went missing, or
 * is not the actor's to read.
 */
export async function readFaces(
  db: Queryable,
  actor: Actor,
  rows: readonly QueueRow[],
): Promise<Map<string, { face: CardFace; versionId: string }>> {
  if (rows.length === 0) return new Map();
  const [items, ticksByCard] = await Promise.all([
    readItems(db, actor, [...new Set(rows.map(({ itemId }) => itemId))]),
    readLastTicks(
      db,
      actor.userId,
      rows.map(({ cardId }) => cardId),
    ),
  ]);
  const faces = new Map<string, { face: CardFace; versionId: string }>();
  for (const { cardId, itemId, key, state } of rows) {
    const item = items.get(itemId);
    const lastTicks = ticksByCard.get(cardId);
    const face = item && faceOf(item, { key, timesAnswered: state?.reps ?? 0, lastTicks });
    if (item && face) faces.set(cardId, { face, versionId: item.versionId });
  }
  return faces;
}
