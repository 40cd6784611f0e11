import { emptyCardState, type LearningCardState } from "#lib/scheduler/card-state.ts";
import { isActive } from "#lib/scheduler/due.ts";
import type { CardChange } from "#lib/scheduler/events.ts";
import type { SchedulerSettings } from "#lib/scheduler/parameters.ts";
import { type QueueCard, type QueueCounts, queueKind } from "#lib/scheduler/queue.ts";
import { applyChange } from "#lib/scheduler/step.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";

/*
 * A review session in the browser. The server decides what is due and in which order (`buildQueue`);
 * from there on this reducer alone decides what comes next, so that no answer waits for the network.
 */

interface Board<T extends QueueCard> {
  /** Every card the session was given, with its state as of now. */
  cards: ReadonlyMap<string, T>;
  /** Reviews and new cards still to be answered, in order. Learning cards go by their time. */
  upcoming: readonly string[];
  /** Stays until it is answered, even when a learning card falls due meanwhile. */
  currentId: string | null;
}

export interface SessionQueue<T extends QueueCard = QueueCard> extends Board<T> {
  /** What can be undone, newest last. */
  history: readonly { eventId: string; cardId: string; before: Board<T> }[];
}

export type SessionAction<T extends QueueCard = QueueCard> =
  /** Answer, suspend, bury, mark and their opposites. */
  | { type: "record"; event: CardChange }
  /** Takes back the last recorded event, however many steps deep. */
  | { type: "undo" }
  /** More cards from the server, in its order. */
  | { type: "refill"; cards: readonly T[]; now: number }
  /** Time has passed: look again if nothing was left to show. */
  | { type: "wake"; now: number };

export interface SessionContext {
  settings: SchedulerSettings;
  fuzz: boolean;
}

const msPerMinute = 60_000;

function dayOf(now: number, { timeZone, dayStartsAtHour }: SchedulerSettings): number {
  return studyDay(now, timeZone, dayStartsAtHour);
}

function learningStates(board: Board<QueueCard>, today: number) {
  const states: { cardId: string; state: LearningCardState }[] = [];
  for (const { cardId, state } of board.cards.values()) {
    if (state === null || state.phase === "new" || state.phase === "review") continue;
    if (isActive(state, today)) states.push({ cardId, state });
  }
  return states.sort((a, b) => a.state.dueAt - b.state.dueAt);
}

function pickNext(
  board: Board<QueueCard>,
  now: number,
  settings: SchedulerSettings,
): string | null {
  const [first] = learningStates(board, dayOf(now, settings));
  if (first && first.state.dueAt <= now) return first.cardId;
  const [next] = board.upcoming;
  if (next !== undefined) return next;
  const horizon = now + settings.learnAheadMinutes * msPerMinute;
  return first && first.state.dueAt <= horizon ? first.cardId : null;
}

/**
 * Whether a card that was here before may come again (the tab stayed open overnight): once it is
 * done here, and the server has seen all that was answered here.
 */
function mayReturn(known: QueueCard, sent: QueueCard, today: number): boolean {
  if (known.state === null || !isActive(known.state, today)) return false;
  return (sent.state?.reps ?? 0) >= known.state.reps;
}

/** Adds what the server sent, unless it is on the board or hidden by a sibling that is. */
function join<T extends QueueCard>(board: Board<T>, sent: readonly T[], today: number): Board<T> {
  const cards = new Map(board.cards);
  const upcoming = new Set(board.upcoming);
  const isLive = ({ cardId, state }: T): boolean =>
    upcoming.has(cardId) || queueKind(state) === "learning";
  const groups = new Set<string>();
  for (const card of cards.values()) {
    if (isLive(card) || card.state?.lastDay === today) groups.add(card.siblingGroup);
  }
  for (const card of sent) if (queueKind(card.state) === "learning") groups.add(card.siblingGroup);
  for (const card of sent) {
    const known = cards.get(card.cardId);
    if (known && (isLive(known) || !mayReturn(known, card, today))) continue;
    const isLearning = queueKind(card.state) === "learning";
    if (!isLearning && groups.has(card.siblingGroup)) continue;
    groups.add(card.siblingGroup);
    cards.set(card.cardId, card);
    if (!isLearning) upcoming.add(card.cardId);
  }
  return { cards, upcoming: [...upcoming], currentId: board.currentId };
}

function record<T extends QueueCard>(
  session: SessionQueue<T>,
  event: CardChange,
  { settings, fuzz }: SessionContext,
): SessionQueue<T> {
  const card = session.cards.get(event.cardId);
  const isRepeat = session.history.some(({ eventId }) => eventId === event.id);
  if (!card || isRepeat) return session;
  const { history, ...before } = session;
  const { weights, maximumIntervalDays } = settings;
  const parameters = { weights, maximumIntervalDays, fuzz };
  const state = applyChange(card.state ?? emptyCardState, event, parameters);
  const leaves = event.kind === "review" || event.kind === "suspend" || event.kind === "bury";
  const board: Board<T> = {
    cards: new Map(session.cards).set(card.cardId, { ...card, state }),
    upcoming: leaves ? session.upcoming.filter((id) => id !== card.cardId) : session.upcoming,
    currentId: session.currentId,
  };
  if (leaves && session.currentId === card.cardId) {
    board.currentId = pickNext(board, event.reviewedAt, settings);
  }
  return {
    ...board,
    history: [...history, { eventId: event.id, cardId: card.cardId, before }],
  };
}

/** Goes back to before the last event, but keeps what the server has sent since. */
function undo<T extends QueueCard>(session: SessionQueue<T>): SessionQueue<T> {
  const last = session.history.at(-1);
  if (!last) return session;
  const { before } = last;
  const cards = new Map(before.cards);
  const upcoming = [...before.upcoming];
  for (const [cardId, card] of session.cards) {
    const isArrival = session.upcoming.includes(cardId) && !before.upcoming.includes(cardId);
    if (!before.cards.has(cardId) || isArrival) cards.set(cardId, card);
    if (isArrival) upcoming.push(cardId);
  }
  return { ...before, cards, upcoming, history: session.history.slice(0, -1) };
}

/**
 * Begins a session with the cards of `buildQueue`, in its order.
 * @param now milliseconds since 1970-01-01T00:00Z.
 */
export function startSession<T extends QueueCard>(
  cards: readonly T[],
  now: number,
  context: SessionContext,
): SessionQueue<T> {
  const empty = { cards: new Map<string, T>(), upcoming: [], currentId: null, history: [] };
  return reduceSession(empty, { type: "refill", cards, now }, context);
}

/**
 * The session after an action. Pure; an action that does not apply (an unknown card, an event
 * recorded before, nothing to undo) returns the session unchanged. `currentId` is null when
 * nothing can be shown now: see `nextLearningAt` for when to send `wake`.
 */
export function reduceSession<T extends QueueCard>(
  session: SessionQueue<T>,
  action: SessionAction<T>,
  context: SessionContext,
): SessionQueue<T> {
  const { settings } = context;
  switch (action.type) {
    case "record":
      return record(session, action.event, context);
    case "undo":
      return undo(session);
    case "refill": {
      const board = join(session, action.cards, dayOf(action.now, settings));
      const currentId = board.currentId ?? pickNext(board, action.now, settings);
      return { ...board, currentId, history: session.history };
    }
    case "wake":
      if (session.currentId !== null) return session;
      return { ...session, currentId: pickNext(session, action.now, settings) };
  }
}

/** How many cards of each kind are left: the current one and waiting learning cards included. */
export function sessionCounts(
  session: SessionQueue,
  now: number,
  settings: SchedulerSettings,
): QueueCounts {
  const counts: QueueCounts = { new: 0, learning: 0, due: 0 };
  for (const cardId of session.upcoming) {
    counts[queueKind(session.cards.get(cardId)?.state ?? null)] += 1;
  }
  counts.learning = learningStates(session, dayOf(now, settings)).length;
  return counts;
}

/** When the first learning card may be shown, learning ahead included; null when there is none. */
export function nextLearningAt(
  session: SessionQueue,
  now: number,
  settings: SchedulerSettings,
): number | null {
  const [first] = learningStates(session, dayOf(now, settings));
  return first ? first.state.dueAt - settings.learnAheadMinutes * msPerMinute : null;
}
