import {
  type CardSource,
  type CardSpec,
  cardsOf,
  conditionsOf,
  factsOf,
} from "#lib/content/cards.ts";
import type { PathPayload } from "#lib/content/lesson-schema.ts";
import { type Rung, rungSchema } from "#lib/content/schema.ts";

/** A card in the order in which new cards are introduced. */
export interface PositionedCard extends CardSpec {
  itemId: string;
  position: number;
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

/** Conditions take the turns of facts. */
type TurnKind = Exclude<CardSpec["kind"], "condition">;

/**
 * The kinds take turns, so that ten new cards hold five questions, three facts, a myth and a decision.
 * When one kind has run out the others go on.
 */
const turns: readonly TurnKind[] = [
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

function byNumber(a: CardSource, b: CardSource): number {
  const numberOf = ({ payload }: CardSource) => (payload.kind === "question" ? payload.number : 0);
  return numberOf(a) - numberOf(b) || bySlug(a, b);
}

function questionCards(sources: readonly CardSource[]): OwnedCard[] {
  const ordered = sources.filter(({ payload }) => payload.kind === "question");
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
 * subject, so that the siblings of an aspect are a whole round apart; the conditions of contested facts
 * come last, when the claims are known.
 */
function factCards(sources: readonly CardSource[]): OwnedCard[] {
  return sources.flatMap((source) => {
    if (source.payload.kind !== "comparison") return [];
    const cards = factsOf(source.id, source.payload);
    const subjects = source.payload.subjects.length;
    const facts = source.payload.subjects.flatMap((_, round) =>
      Array.from(
        { length: cards.length / subjects },
        (_, aspect) => cards[aspect * subjects + ((aspect + round) % subjects)],
      ).filter((card) => card !== undefined),
    );
    const all = [...facts, ...conditionsOf(source.id, source.payload)];
    return all.map((card) => ({ ...card, itemId: source.id }));
  });
}

function singleCards(sources: readonly CardSource[], kind: "myth" | "decision"): OwnedCard[] {
  return sources
    .filter(({ payload }) => payload.kind === kind)
    .flatMap((source) => cardsOf(source).map((card) => ({ ...card, itemId: source.id })));
}

/** The kinds mixed by their turns; within a kind the order is that of `sources`. */
function interleave(sources: readonly CardSource[]): OwnedCard[] {
  const waiting: Record<TurnKind, OwnedCard[]> = {
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
    interleave(sources.filter(({ payload }) => payload.topic === topic).sort(byNumber)).map(
      (card, rank) => ({
        ...card,
        position: index * positionsPerTopic + rank,
      }),
    ),
  );
}

/** A card of a study path, in the order in which the path introduces it. */
export interface PathCard extends PositionedCard {
  /** Counted from 1. */
  week: number;
}

/**
 * The cards of a study path: week by week, within a week the kinds mixed as in a topic, items in the
 * order that its author chose. Items that are not there (any more) are passed over, and so is an item
 * that an earlier week names.
 * @param sourceById by the stable ids that the path names
 */
export function pathCards(
  path: PathPayload,
  sourceById: ReadonlyMap<string, CardSource>,
): PathCard[] {
  const seen = new Set<string>();
  const firstMentions = path.weeks.map(({ items }) =>
    items.filter((id) => !seen.has(id) && seen.add(id)),
  );
  return firstMentions
    .flatMap((ids, index) =>
      interleave(ids.flatMap((id) => sourceById.get(id) ?? [])).map((card) => ({
        ...card,
        week: index + 1,
      })),
    )
    .map((card, position) => ({ ...card, position }));
}
