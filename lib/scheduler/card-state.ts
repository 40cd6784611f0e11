/** What is known about one person's card: the fold of its events. */

interface CardFlags {
  /** Reviews so far. */
  reps: number;
  /** How often a card in review was answered Again. */
  lapses: number;
  /** Forgotten so often that it should be rewritten or suspended. */
  leech: boolean;
  suspended: boolean;
  /** Hidden on every study day before this one; null when not buried. */
  buriedUntilDay: number | null;
  marked: boolean;
}

/** Never answered. */
export interface NewCardState extends CardFlags {
  phase: "new";
  step: 0;
  stability: null;
  difficulty: null;
  dueAt: null;
  dueDay: null;
  intervalDays: 0;
  lastReviewedAt: null;
  lastDay: null;
}

/** What FSRS keeps of a card that was answered at least once. */
interface CardMemory extends CardFlags {
  /** Days after which the probability of recall has fallen to 0.9. */
  stability: number;
  /** 1 (easy) to 10 (hard). */
  difficulty: number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  lastReviewedAt: number;
  /** Study day index of the last review. */
  lastDay: number;
}

/** In the steps of minutes after a first answer or after a lapse. */
export interface LearningCardState extends CardMemory {
  phase: "learning" | "relearning";
  /** Index into the steps of its phase. */
  step: number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  dueAt: number;
  /** The study day of the last review: a learning card is always due on the day it was answered. */
  dueDay: number;
  intervalDays: 0;
}

/** Due from the start of `dueDay`, in whatever time zone the person is by then. */
export interface ReviewCardState extends CardMemory {
  phase: "review";
  step: 0;
  dueAt: null;
  dueDay: number;
  /** Whole study days, at least 1. */
  intervalDays: number;
}

export type CardState = NewCardState | LearningCardState | ReviewCardState;
export type CardPhase = CardState["phase"];

/** The state of a card to which nothing has happened yet. */
export const emptyCardState: NewCardState = Object.freeze({
  phase: "new",
  step: 0,
  stability: null,
  difficulty: null,
  dueAt: null,
  dueDay: null,
  intervalDays: 0,
  reps: 0,
  lapses: 0,
  leech: false,
  lastReviewedAt: null,
  lastDay: null,
  suspended: false,
  buriedUntilDay: null,
  marked: false,
});
