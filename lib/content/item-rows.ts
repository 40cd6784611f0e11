import { readableBanks, readableItems } from "#lib/content/access.ts";
import type { ItemLink, ItemPage, Wording } from "#lib/content/dto.ts";
import { itemPath } from "#lib/content/paths.ts";
import {
  type ContentKind,
  type Level,
  levelSchema,
  type QuestionPayload,
  stableIdSchema,
  type Variant,
} from "#lib/content/schema.ts";
import { prisma } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { Actor } from "#lib/session.ts";

/** How rows of content become what pages are given. */

export const linkSelect = {
  kind: true,
  title: true,
  slug: true,
  number: true,
  topic: { select: { slug: true, name: true } },
  track: { select: { slug: true } },
} as const satisfies Prisma.ContentItemSelect;

const pageSelect = {
  ...linkSelect,
  id: true,
  bankId: true,
  currentVersion: { select: { id: true, number: true, payload: true, createdAt: true } },
  cards: {
    select: { id: true, key: true },
    where: { retiredAt: null },
    orderBy: { position: "asc" },
  },
} as const satisfies Prisma.ContentItemSelect;

export const summarySelect = {
  ...linkSelect,
  level: true,
  currentVersion: { select: { payload: true } },
} as const satisfies Prisma.ContentItemSelect;

type LinkRow = Prisma.ContentItemGetPayload<{ select: typeof linkSelect }>;

export function linkOf(row: LinkRow): ItemLink {
  return {
    kind: row.kind,
    title: row.title,
    path: itemPath({
      kind: row.kind,
      topicSlug: row.topic.slug,
      trackSlug: row.track?.slug ?? null,
      slug: row.slug,
    }),
    number: row.number,
    topic: row.topic,
  };
}

/** Items by kind. */
export function countsOf(
  kinds: readonly { kind: ContentKind; _count: { _all: number } }[],
): Record<ContentKind, number> {
  const countOf = (kind: ContentKind) => kinds.find((row) => row.kind === kind)?._count._all ?? 0;
  return {
    question: countOf("question"),
    comparison: countOf("comparison"),
    myth: countOf("myth"),
    decision: countOf("decision"),
    lesson: countOf("lesson"),
    path: countOf("path"),
  };
}

/** A link with what a list shows of every kind. */
export function summaryOf(
  row: LinkRow & { level: string },
): ItemLink & { slug: string; level: Level } {
  return { ...linkOf(row), slug: row.slug, level: levelSchema.parse(row.level) };
}

/** The id of the card of an item that has just one. @throws AppError NOT_FOUND */
export function soleCardId(cards: readonly { id: string }[]): string {
  const [card] = cards;
  if (!card) throw notFound("card");
  return card.id;
}

/** Two banks may have a topic of one name; the address belongs to the older bank. */
export const oldestBankFirst = { bank: { createdAt: "asc" } } as const;

/** Addresses hold anything; what cannot be a slug is not asked of the database, which refuses some of it. */
export function isSlug(text: string): boolean {
  return stableIdSchema.safeParse(text).success;
}

/** The bank and the name of the topic at an address. @throws AppError NOT_FOUND */
export async function getTopicRow(actor: Actor | null, topicSlug: string) {
  if (!isSlug(topicSlug)) throw notFound("topic");
  const topic = await prisma().topic.findFirst({
    where: { slug: topicSlug, bank: readableBanks(actor), items: { some: readableItems(actor) } },
    select: { id: true, slug: true, name: true, summary: true },
    orderBy: oldestBankFirst,
  });
  if (!topic) throw notFound("topic");
  return topic;
}

async function listRelated(
  actor: Actor | null,
  bankId: string,
  externalIds: string[],
): Promise<ItemLink[]> {
  if (externalIds.length === 0) return [];
  const rows = await prisma().contentItem.findMany({
    where: { ...readableItems(actor), bankId, externalId: { in: externalIds } },
    select: { ...linkSelect, externalId: true },
  });
  const order = (row: { externalId: string }) => externalIds.indexOf(row.externalId);
  return rows.sort((a, b) => order(a) - order(b)).map(linkOf);
}

/** A parser of `lib/content/schema.ts`, for one kind. */
interface PayloadParser<Payload> {
  parse(value: unknown): Payload;
}

/**
 * Everything about the one item at an address.
 * @param topicSlug null for comparisons and lessons, whose addresses do not name the topic
 * @throws AppError NOT_FOUND
 */
export async function getItemPage<Payload extends { kind: ContentKind; related: string[] }>(
  actor: Actor | null,
  where: { kind: Payload["kind"]; topicSlug: string | null; trackSlug?: string; slug: string },
  schema: PayloadParser<Payload>,
): Promise<{ page: ItemPage<Payload>; cards: { id: string; key: string }[]; bankId: string }> {
  const { kind, topicSlug, trackSlug, slug } = where;
  if (![slug, topicSlug ?? slug, trackSlug ?? slug].every(isSlug)) throw notFound(kind);
  const row = await prisma().contentItem.findFirst({
    where: {
      ...readableItems(actor),
      ...{ kind, slug },
      ...(topicSlug === null ? {} : { topic: { slug: topicSlug } }),
      ...(trackSlug === undefined ? {} : { track: { slug: trackSlug } }),
    },
    select: pageSelect,
    orderBy: oldestBankFirst,
  });
  if (!row?.currentVersion) throw notFound(kind);
  const payload = schema.parse(row.currentVersion.payload);
  const page = {
    ...linkOf(row),
    id: row.id,
    payload,
    versionId: row.currentVersion.id,
    version: row.currentVersion.number,
    updatedAt: row.currentVersion.createdAt,
    related: await listRelated(actor, row.bankId, payload.related),
  };
  return { page, cards: row.cards, bankId: row.bankId };
}

/** The slug of the question that has another wording at `slug`; null when that is no such wording. */
export async function findSlugOfVariant(
  actor: Actor | null,
  topicSlug: string,
  slug: string,
): Promise<string | null> {
  if (!isSlug(topicSlug) || !isSlug(slug)) return null;
  const row = await prisma().contentItem.findFirst({
    where: {
      ...readableItems(actor),
      kind: "question",
      topic: { slug: topicSlug },
      currentVersion: { payload: { path: ["variants"], array_contains: [{ slug }] } },
    },
    select: { slug: true },
    orderBy: oldestBankFirst,
  });
  return row?.slug ?? null;
}

/** All wordings of a question with their addresses, the first one first. */
export function wordingsOf(
  { title, slug, question, variants = [] }: QuestionPayload,
  topicSlug: string,
): [Wording, ...Wording[]] {
  const wording = (of: Variant): Wording => ({
    title: of.title,
    question: of.question,
    path: itemPath({ kind: "question", topicSlug, slug: of.slug }),
  });
  return [wording({ title, slug, question }), ...variants.map(wording)];
}

/** The questions before and after one in its topic. */
export async function findNeighbours(
  actor: Actor | null,
  topicSlug: string,
  bankId: string,
  number: number,
) {
  const others = {
    ...readableItems(actor),
    bankId,
    topic: { slug: topicSlug },
    kind: "question" as const,
  };
  const [previous, next] = await Promise.all([
    prisma().contentItem.findFirst({
      where: { ...others, number: { lt: number } },
      select: linkSelect,
      orderBy: { number: "desc" },
    }),
    prisma().contentItem.findFirst({
      where: { ...others, number: { gt: number } },
      select: linkSelect,
      orderBy: { number: "asc" },
    }),
  ]);
  return { previous: previous && linkOf(previous), next: next && linkOf(next) };
}
