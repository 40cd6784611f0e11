import type { CardState, LearningCardState, ReviewCardState } from "#lib/scheduler/card-state.ts";
import { isActive } from "#lib/scheduler/due.ts";
import type { SchedulerSettings } from "#lib/scheduler/parameters.ts";
import { retrievability } from "#lib/scheduler/retrievability.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";

/** A card as far as its place in the queue goes. */
export interface QueueCard {
  cardId: string;
  /** Cards of one question share it; only one of them is shown on a study day. */
  siblingGroup: string;
  /** Order of introduction among new cards. */
  position: number;
  /** Null when nothing has happened to the card yet. */
  state: CardState | null;
}

export type QueueKind = "learning" | "due" | "new";
export type QueueCounts = Record<QueueKind, number>;

export interface QueueEntry<T extends QueueCard> {
  card: T;
  kind: QueueKind;
}

export interface QueueInput<T extends QueueCard> {
  cards: readonly T[];
  /** Milliseconds since 1970-01-01T00:00Z. */
  now: number;
  settings: SchedulerSettings;
  /** New cards answered for the first time on this study day. */
  newIntroducedToday: number;
  /** Cards in review answered on this study day. */
  reviewsDoneToday: number;
  /** Groups of which a card was answered on this study day. */
  siblingGroupsSeenToday: ReadonlySet<string>;
}

export interface Queue<T extends QueueCard> {
  entries: QueueEntry<T>[];
  /** How many entries there are of each kind. */
  counts: QueueCounts;
  /** When the first learning card comes that is too far off to be an entry; null when none will. */
  nextLearningAt: number | null;
}

const msPerMinute = 60_000;

type Of<T extends QueueCard, S> = { card: T; state: S };

function byId(a: { card: QueueCard }, b: { card: QueueCard }): number {
  return a.card.cardId < b.card.cardId ? -1 : 1;
}

/** Which kind of entry a card can be at all. */
export function queueKind(state: CardState | null): QueueKind {
  if (state === null || state.phase === "new") return "new";
  return state.phase === "review" ? "due" : "learning";
}

function sortIntoKinds<T extends QueueCard>(cards: readonly T[], today: number) {
  const learning: Of<T, LearningCardState>[] = [];
  const due: Of<T, ReviewCardState>[] = [];
  const fresh: { card: T }[] = [];
  for (const card of cards) {
    const { state } = card;
    if (state !== null && !isActive(state, today)) continue;
    if (state === null || state.phase === "new") fresh.push({ card });
    else if (state.phase !== "review") learning.push({ card, state });
    else if (state.dueDay <= today) due.push({ card, state });
  }
  return { learning, due, fresh };
}

/** Takes cards in order, one of each sibling group that is still free, and claims their groups. */
function takeUnclaimed<T extends QueueCard>(
  candidates: readonly { card: T }[],
  limit: number,
  claimed: Set<string>,
): T[] {
  const taken: T[] = [];
  for (const { card } of candidates) {
    if (taken.length >= limit) break;
    if (claimed.has(card.siblingGroup)) continue;
    claimed.add(card.siblingGroup);
    taken.push(card);
  }
  return taken;
}

/** Spreads `few` among `many` so that the runs between two of the former differ by one at most. */
function spread<T>(many: readonly T[], few: readonly T[]): T[] {
  const merged: T[] = [];
  let next = 0;
  for (const [index, item] of few.entries()) {
    const until = Math.ceil(((index + 1) * many.length) / (few.length + 1));
    merged.push(...many.slice(next, until), item);
    next = until;
  }
  return [...merged, ...many.slice(next)];
}

/**
 * What to study now, in order: learning cards whose time has come, then reviews from the least to
 * the most likely recalled with new cards spread among them, then learning cards that may be
 * taken ahead. Suspended and buried cards are left out, the day's limits hold, and reviews and new
 * cards whose sibling is shown or was answered today wait for the next study day. Learning cards
 * are neither limited nor hidden.
 */
export function buildQueue<T extends QueueCard>(input: QueueInput<T>): Queue<T> {
  const { now, settings } = input;
  const today = studyDay(now, settings.timeZone, settings.dayStartsAtHour);
  const { learning, due, fresh } = sortIntoKinds(input.cards, today);

  learning.sort((a, b) => a.state.dueAt - b.state.dueAt || byId(a, b));
  const horizon = now + settings.learnAheadMinutes * msPerMinute;
  const dueNow = learning.filter(({ state }) => state.dueAt <= now);
  const ahead = learning.filter(({ state }) => state.dueAt > now && state.dueAt <= horizon);
  const later = learning.find(({ state }) => state.dueAt > horizon);

  const claimed = new Set(input.siblingGroupsSeenToday);
  for (const { card } of learning) claimed.add(card.siblingGroup);
  const ranked = due
    .map((item) => ({ ...item, recall: retrievability(item.state, today, settings) ?? 0 }))
    .sort((a, b) => a.recall - b.recall || a.state.dueDay - b.state.dueDay || byId(a, b));
  const reviewLimit = Math.max(0, settings.reviewsPerDay - input.reviewsDoneToday);
  const reviews = takeUnclaimed(ranked, reviewLimit, claimed);
  fresh.sort((a, b) => a.card.position - b.card.position || byId(a, b));
  const newLimit = Math.max(0, settings.newPerDay - input.newIntroducedToday);
  const introductions = takeUnclaimed(fresh, newLimit, claimed);

  const entry = (card: T): QueueEntry<T> => ({ card, kind: queueKind(card.state) });
  const reviewEntries = reviews.map(entry);
  const newEntries = introductions.map(entry);
  const mixed =
    newEntries.length > reviewEntries.length
      ? spread(newEntries, reviewEntries)
      : spread(reviewEntries, newEntries);
  return {
    entries: [
      ...dueNow.map(({ card }) => entry(card)),
      ...mixed,
      ...ahead.map(({ card }) => entry(card)),
    ],
    counts: {
      new: newEntries.length,
      learning: dueNow.length + ahead.length,
      due: reviewEntries.length,
    },
    nextLearningAt: later?.state.dueAt ?? null,
  };
}
