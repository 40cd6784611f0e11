import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import type { Grade } from "#lib/scheduler/events.ts";
import type { QueueCard } from "#lib/scheduler/queue.ts";
import {
  reduceSession,
  type SessionAction,
  type SessionQueue,
  startSession,
} from "#lib/scheduler/session-queue.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import { exact, firstDay, instantOn, reviewOn, utcSettings } from "#lib/scheduler/test-support.ts";

export const today = firstDay + 8;
export const start = instantOn(today, 8);
export const minutesIn = (minutes: number) => start + minutes * 60_000;
export const context = { settings: utcSettings, fuzz: true };
export const due = applyReview(emptyCardState, reviewOn(firstDay, 4), exact);

export function card(
  cardId: string,
  state: CardState | null = null,
  siblingGroup = cardId,
): QueueCard {
  return { cardId, siblingGroup, position: 0, state };
}

export function session(...cards: QueueCard[]): SessionQueue {
  return startSession(cards, start, context);
}

export function answer(cardId: string, grade: Grade, minutes: number, day = today): SessionAction {
  const reviewedAt = day === today ? minutesIn(minutes) : instantOn(day, 8) + minutes * 60_000;
  const id = `${cardId}@${reviewedAt}`;
  return { type: "record", event: reviewOn(day, grade, { id, cardId, reviewedAt }) };
}

export function flag(
  cardId: string,
  kind: "suspend" | "bury" | "mark",
  minutes: number,
): SessionAction {
  const base = { id: `${kind} ${cardId}`, cardId, reviewedAt: minutesIn(minutes) };
  return {
    type: "record",
    event: kind === "bury" ? { ...base, kind, day: today } : { ...base, kind },
  };
}

export function run(from: SessionQueue, ...actions: SessionAction[]): SessionQueue {
  return actions.reduce((state, action) => reduceSession(state, action, context), from);
}

/** What is shown after each action. */
export function shown(from: SessionQueue, ...actions: SessionAction[]): (string | null)[] {
  return actions.map((_, index) => run(from, ...actions.slice(0, index + 1)).currentId);
}
