import { type ContentPayload, type Rung, rungSchema } from "#lib/content/schema.ts";

/** One memorable thing about one item. */
export interface CardSpec {
  kind: "question" | "fact" | "myth" | "decision";
  /** Which thing, unique within the item: a rung, "aspect/subject", or the empty string. */
  key: string;
  /** Cards of one group give each other away, so they are not shown on the same day. */
  siblingGroup: string;
}

/** A card in the order in which new cards are introduced. */
export interface PositionedCard extends CardSpec {
  itemId: string;
  position: number;
}

/** An item as far as its cards depend on it. `id` is that of its row. */
export interface CardSource {
  id: string;
  payload: ContentPayload;
}

/** The cards of one item, in the order of its own content. */
export function cardsOf({ id, payload }: CardSource): CardSpec[] {
  switch (payload.kind) {
    case "question":
      return rungSchema.options.map((rung) => ({ kind: "question", key: rung, siblingGroup: id }));
    case "comparison":
      return payload.aspects.flatMap((aspect) =>
        payload.subjects.map((subject) => ({
          kind: "fact",
          key: `${aspect.id}/${subject.id}`,
          siblingGroup: `${id}:${aspect.id}`,
        })),
      );
    case "myth":
    case "decision":
      return [{ kind: payload.kind, key: "", siblingGroup: id }];
  }
}

/**
 * How many questions later a longer rung of a question is introduced. The shortest comes first: twenty
 * answers of 30 seconds fit the quarter of an hour that a first session has, where twenty of two minutes
 * do not, and the gist is the frame on which the longer answer hangs. Twelve questions apart, two rungs
 * of one question do not meet on the day on which both are new.
 */
const questionsUntilRung: Readonly<Record<Rung, number>> = {
  "super-brief": 0,
  brief: 12,
  detailed: 36,
};

/**
 * The kinds take turns, so that ten new cards hold five questions, three facts, a myth and a decision.
 * When one kind has run out the others go on.
 */
const turns: readonly CardSpec["kind"][] = [
  "question",
  "fact",
  "question",
  "myth",
  "question",
  "fact",
  "question",
  "decision",
  "question",
  "fact",
];

/** Positions of one topic lie below this times the next topic's rank. */
export const positionsPerTopic = 100_000;

function bySlug(a: CardSource, b: CardSource): number {
  return a.payload.slug < b.payload.slug ? -1 : 1;
}

type OwnedCard = CardSpec & { itemId: string };

function questionCards(sources: readonly CardSource[]): OwnedCard[] {
  const ordered = sources
    .flatMap(({ id, payload }) => (payload.kind === "question" ? [{ id, payload }] : []))
    .sort((a, b) => a.payload.number - b.payload.number || bySlug(a, b));
  return rungSchema.options
    .flatMap((rung) =>
      ordered.map((source, index) => ({
        turn: index + questionsUntilRung[rung],
        card: { kind: "question" as const, key: rung, siblingGroup: source.id, itemId: source.id },
      })),
    )
    .sort((a, b) => a.turn - b.turn) // stable: on one turn the shorter rung stays first
    .map(({ card }) => card);
}

/**
 * One comparison after the other. Within one, each round asks every aspect once and moves on to another
 * subject, so that the siblings of an aspect are a whole round apart.
 */
function factCards(sources: readonly CardSource[]): OwnedCard[] {
  return [...sources].sort(bySlug).flatMap((source) => {
    if (source.payload.kind !== "comparison") return [];
    const cards = cardsOf(source);
    const subjects = source.payload.subjects.length;
    return source.payload.subjects.flatMap((_, round) =>
      Array.from(
        { length: cards.length / subjects },
        (_, aspect) => cards[aspect * subjects + ((aspect + round) % subjects)],
      )
        .filter((card) => card !== undefined)
        .map((card) => ({ ...card, itemId: source.id })),
    );
  });
}

function singleCards(sources: readonly CardSource[], kind: "myth" | "decision"): OwnedCard[] {
  return sources
    .filter(({ payload }) => payload.kind === kind)
    .sort(bySlug)
    .flatMap((source) => cardsOf(source).map((card) => ({ ...card, itemId: source.id })));
}

function interleave(sources: readonly CardSource[]): OwnedCard[] {
  const waiting: Record<CardSpec["kind"], OwnedCard[]> = {
    question: questionCards(sources),
    fact: factCards(sources),
    myth: singleCards(sources, "myth"),
    decision: singleCards(sources, "decision"),
  };
  const left = { question: 0, fact: 0, myth: 0, decision: 0 };
  const total = Object.values(waiting).reduce((sum, cards) => sum + cards.length, 0);
  const ordered: OwnedCard[] = [];
  for (let turn = 0; ordered.length < total; turn += 1) {
    const kind = turns[turn % turns.length] ?? "question";
    const card = waiting[kind][left[kind]];
    left[kind] += 1;
    if (card) ordered.push(card);
  }
  return ordered;
}

/**
 * All cards of a corpus with their order of introduction: topic by topic, the kinds of each mixed. It
 * depends on the content alone, not on the order in which files were read or on what was there before.
 * @param topicSlugs in the order of the topics
 */
export function positionedCards(
  sources: readonly CardSource[],
  topicSlugs: readonly string[],
): PositionedCard[] {
  return topicSlugs.flatMap((topic, index) =>
    interleave(sources.filter(({ payload }) => payload.topic === topic)).map((card, rank) => ({
      ...card,
      position: index * positionsPerTopic + rank,
    })),
  );
}
