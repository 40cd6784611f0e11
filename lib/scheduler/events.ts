/**
 * What can happen to one person's card. Events are only ever appended; `foldCard` derives the
 * state of a card from them.
 */

/** 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Grade = 1 | 2 | 3 | 4;

export const grades: readonly Grade[] = [1, 2, 3, 4];

interface EventBase {
  /** Made by the client, lower-case UUID; two events with the same id are the same event. */
  id: string;
  cardId: string;
  /** When it happened: milliseconds since 1970-01-01T00:00Z. */
  reviewedAt: number;
}

export interface ReviewEvent extends EventBase {
  kind: "review";
  grade: Grade;
  /** Study day index (see `studyDay`) at the place and time of the answer. */
  day: number;
  /** The recall probability the person aimed at when answering, 0.70 to 0.97. */
  desiredRetention: number;
  /** Time from showing the card to the grade. */
  durationMs: number;
}

/** Takes one earlier event of the same card back, whichever of the two arrives first. */
export interface UndoEvent extends EventBase {
  kind: "undo";
  targetId: string;
}

/** Hides the card until the study day after `day`. */
export interface BuryEvent extends EventBase {
  kind: "bury";
  day: number;
}

export interface FlagEvent extends EventBase {
  kind: "suspend" | "unsuspend" | "unbury" | "mark" | "unmark";
}

export type CardEvent = ReviewEvent | UndoEvent | BuryEvent | FlagEvent;

/** Every event that acts on a state by itself; an undo only takes another one away. */
export type CardChange = Exclude<CardEvent, UndoEvent>;

/** As much of a review as the scheduler needs. */
export type ReviewInput = Pick<
  ReviewEvent,
  "cardId" | "grade" | "reviewedAt" | "day" | "desiredRetention"
>;
