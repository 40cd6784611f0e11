import { readableBanks, readableItems } from "#lib/content/access.ts";
import type {
  ComparisonPage,
  ComparisonSummary,
  DecisionPage,
  DecisionSummary,
  MythPage,
  MythSummary,
  QuestionFilter,
  QuestionPage,
  QuestionSummary,
  SitePath,
  TopicDetail,
  TopicSummary,
} from "#lib/content/dto.ts";
import {
  countsOf,
  findNeighbours,
  findSlugOfVariant,
  getItemPage,
  getTopicRow,
  linkOf,
  linkSelect,
  oldestBankFirst,
  soleCardId,
  summaryOf,
  summarySelect,
  wordingsOf,
} from "#lib/content/item-rows.ts";
import {
  comparisonListSchema,
  decisionListSchema,
  mythListSchema,
  questionListSchema,
} from "#lib/content/list-payloads.ts";
import { topicPath, trackPath } from "#lib/content/paths.ts";
import { filtersOf, questionsMatching } from "#lib/content/question-filter.ts";
import {
  type ContentKind,
  comparisonPayloadSchema,
  decisionPayloadSchema,
  mythPayloadSchema,
  questionPayloadSchema,
  rungSchema,
} from "#lib/content/schema.ts";
import { prisma } from "#lib/db.ts";
import type { Actor } from "#lib/session.ts";

/** Topics in which the actor can read something, in their order. */
export async function listTopics(actor: Actor | null): Promise<TopicSummary[]> {
  const [topics, counts] = await Promise.all([
    prisma().topic.findMany({
      where: { bank: readableBanks(actor), items: { some: readableItems(actor) } },
      select: { id: true, slug: true, name: true, summary: true },
      orderBy: [oldestBankFirst, { position: "asc" }],
    }),
    prisma().contentItem.groupBy({
      by: ["topicId", "kind"],
      where: readableItems(actor),
      _count: { _all: true },
    }),
  ]);
  return topics.map(({ id, ...topic }) => ({
    ...topic,
    path: topicPath(topic.slug),
    counts: countsOf(counts.filter((row) => row.topicId === id)),
  }));
}

/** @throws AppError NOT_FOUND */
export async function getTopic(actor: Actor | null, topicSlug: string): Promise<TopicDetail> {
  const { id, ...topic } = await getTopicRow(actor, topicSlug);
  const inTopic = { ...readableItems(actor), topicId: id };
  const [counts, questions] = await Promise.all([
    prisma().contentItem.groupBy({ by: ["kind"], where: inTopic, _count: { _all: true } }),
    prisma().contentItem.findMany({
      where: { ...inTopic, kind: "question" },
      select: { tags: true, level: true },
    }),
  ]);
  return {
    ...topic,
    path: topicPath(topic.slug),
    counts: countsOf(counts),
    ...filtersOf(questions),
  };
}

/** The questions of a topic by number. @throws AppError NOT_FOUND when there is no such topic */
export async function listQuestions(
  actor: Actor | null,
  topicSlug: string,
  filter: QuestionFilter = {},
): Promise<QuestionSummary[]> {
  const topic = await getTopicRow(actor, topicSlug);
  const rows = await prisma().contentItem.findMany({
    where: {
      ...readableItems(actor),
      topicId: topic.id,
      kind: "question",
      ...questionsMatching(filter),
    },
    select: summarySelect,
    orderBy: { number: "asc" },
  });
  return rows.map((row) => {
    const { number, tags, question } = questionListSchema.parse(row.currentVersion?.payload);
    return { ...summaryOf(row), number, tags, question };
  });
}

/**
 * A question by its slug or by that of another wording of it.
 * @throws AppError NOT_FOUND
 */
export async function getQuestion(
  actor: Actor | null,
  topicSlug: string,
  slug: string,
): Promise<QuestionPage> {
  const firstSlug = await findSlugOfVariant(actor, topicSlug, slug);
  const { page, cards, bankId } = await getItemPage(
    actor,
    { kind: "question", topicSlug, slug: firstSlug ?? slug },
    questionPayloadSchema,
  );
  const { number } = page.payload;
  const wordings = wordingsOf(page.payload, page.topic.slug);
  const wording = wordings.find(({ path }) => path.endsWith(`/${slug}`)) ?? wordings[0];
  const byRung = cards.map(({ id, key }) => ({ id, rung: rungSchema.parse(key) }));
  const order = (card: (typeof byRung)[number]) => rungSchema.options.indexOf(card.rung);
  return {
    ...page,
    number,
    wording,
    otherWordings: wordings.filter(({ path }) => path !== wording.path),
    cards: byRung.sort((a, b) => order(a) - order(b)),
    ...(await findNeighbours(actor, topicSlug, bankId, number)),
  };
}

/** Comparisons by topic, in the order of the topics, and by title; of one topic, or of all. */
export async function listComparisons(
  actor: Actor | null,
  topicSlug?: string,
): Promise<ComparisonSummary[]> {
  const topic =
    topicSlug === undefined ? {} : { topicId: (await getTopicRow(actor, topicSlug)).id };
  const rows = await prisma().contentItem.findMany({
    where: { ...readableItems(actor), ...topic, kind: "comparison" },
    select: summarySelect,
    orderBy: [{ topic: { position: "asc" } }, { title: "asc" }],
  });
  return rows.map((row) => {
    const payload = comparisonListSchema.parse(row.currentVersion?.payload);
    const facts = payload.aspects.flatMap((aspect) => Object.values(aspect.facts));
    return {
      ...summaryOf(row),
      summary: payload.summary,
      subjects: payload.subjects.map(({ name }) => name),
      aspects: payload.aspects.length,
      contested: facts.filter((fact) => fact.claims.length > 1).length,
    };
  });
}

/** @throws AppError NOT_FOUND */
export async function getComparison(actor: Actor | null, slug: string): Promise<ComparisonPage> {
  const where = { kind: "comparison" as const, topicSlug: null, slug };
  const { page, cards } = await getItemPage(actor, where, comparisonPayloadSchema);
  return { ...page, cards };
}

async function listOfTopic(actor: Actor | null, topicSlug: string, kind: ContentKind) {
  const topic = await getTopicRow(actor, topicSlug);
  return prisma().contentItem.findMany({
    where: { ...readableItems(actor), topicId: topic.id, kind },
    select: summarySelect,
    orderBy: { title: "asc" },
  });
}

/** The myths of a topic by title. @throws AppError NOT_FOUND when there is no such topic */
export async function listMyths(actor: Actor | null, topicSlug: string): Promise<MythSummary[]> {
  return (await listOfTopic(actor, topicSlug, "myth")).map((row) => {
    const { claim, reality } = mythListSchema.parse(row.currentVersion?.payload);
    return { ...summaryOf(row), claim, reality };
  });
}

/** The decisions of a topic by title. @throws AppError NOT_FOUND when there is no such topic */
export async function listDecisions(
  actor: Actor | null,
  topicSlug: string,
): Promise<DecisionSummary[]> {
  return (await listOfTopic(actor, topicSlug, "decision")).map((row) => {
    const { scenario, choice } = decisionListSchema.parse(row.currentVersion?.payload);
    return { ...summaryOf(row), scenario, choice };
  });
}

/** @throws AppError NOT_FOUND */
export async function getMyth(
  actor: Actor | null,
  topicSlug: string,
  slug: string,
): Promise<MythPage> {
  const { page, cards } = await getItemPage(
    actor,
    { kind: "myth", topicSlug, slug },
    mythPayloadSchema,
  );
  return { ...page, cardId: soleCardId(cards) };
}

/** @throws AppError NOT_FOUND */
export async function getDecision(
  actor: Actor | null,
  topicSlug: string,
  slug: string,
): Promise<DecisionPage> {
  const { page, cards } = await getItemPage(
    actor,
    { kind: "decision", topicSlug, slug },
    decisionPayloadSchema,
  );
  return { ...page, cardId: soleCardId(cards) };
}

/** Every page of content that anybody may read, for the site map. */
export async function listAllPaths(): Promise<SitePath[]> {
  const rows = await prisma().contentItem.findMany({
    where: readableItems(null),
    select: { ...linkSelect, updatedAt: true },
    orderBy: [{ topic: { position: "asc" } }, { kind: "asc" }, { number: "asc" }, { slug: "asc" }],
  });
  const latest = new Map<string, Date>();
  const note = (path: string, updatedAt: Date) => {
    const known = latest.get(path);
    if (!known || known < updatedAt) latest.set(path, updatedAt);
  };
  for (const { topic, track, updatedAt } of rows) {
    note(topicPath(topic.slug), updatedAt);
    if (track) note(trackPath(track.slug), updatedAt);
  }
  return [
    ...[...latest].map(([path, updatedAt]) => ({ path, updatedAt })),
    ...rows.map((row) => ({ path: linkOf(row).path, updatedAt: row.updatedAt })),
  ];
}
