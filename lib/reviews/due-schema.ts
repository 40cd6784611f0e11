import { z } from "zod";
import type { Level, Rung } from "#lib/content/schema.ts";
import type { CardState } from "#lib/scheduler/card-state.ts";
import type { SchedulerSettings } from "#lib/scheduler/parameters.ts";
import type { QueueCounts } from "#lib/scheduler/queue.ts";

/** What `GET /api/cards/due` takes and gives. Strings ending in `Html` are rendered and sanitized. */

export const dueQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(40),
  /**
   * Stable id of an item, whose cards are practised due or not; of a lesson, for those it tells to take along;
   * of a study path, for those of its items.
   */
  item: z.string().max(120).optional(),
  /** Of a study path that `item` names: the cards of this week only, counted from 1. */
  week: z.coerce.number().int().min(1).max(12).optional(),
  /** Slug of a topic: what is due of it, then its new cards. */
  topic: z.string().max(120).optional(),
});
export type DueQuery = z.infer<typeof dueQuerySchema>;

/** What every card shows of where it comes from. */
interface FaceBase {
  title: string;
  topic: string;
  level: Level;
  /** Page to read it on. */
  path: string;
}

export interface QuestionFace extends FaceBase {
  kind: "question";
  number: number;
  rung: Rung;
  questionHtml: string;
  hints: { title: string; adviceHtml: string; sampleHtml: string }[];
  answerHtmlByRung: Record<Rung, string>;
  mustSay: { id: string; text: string }[];
  /** Must-say points that were not ticked the last time. */
  missedLastTime: string[];
}

export interface FactFace extends FaceBase {
  kind: "fact";
  aspect: string;
  subject: string;
  prompt: string;
  /** More than one: the sources disagree. */
  claims: { value: string; condition: string | null; sources: string[] }[];
  /** The same aspect of the other subjects. */
  others: { subject: string; values: string[] }[];
  whyHtml: string | null;
}

/** A contested fact: its claims are shown, the condition of each is asked for. */
export interface ConditionFace extends FaceBase {
  kind: "condition";
  aspect: string;
  subject: string;
  prompt: string;
  claims: { value: string; condition: string; sources: string[] }[];
  whyHtml: string | null;
}

export interface MythFace extends FaceBase {
  kind: "myth";
  claim: string;
  realityHtml: string;
  whyBelievedHtml: string;
}

export interface DecisionFace extends FaceBase {
  kind: "decision";
  scenarioHtml: string;
  constraints: string[];
  options: string[];
  choiceHtml: string;
  whyHtml: string;
  flip: { constraint: string; choice: string };
  hybridHtml: string | null;
}

export type CardFace = QuestionFace | FactFace | ConditionFace | MythFace | DecisionFace;

export interface DueCard {
  id: string;
  kind: CardFace["kind"];
  siblingGroup: string;
  position: number;
  /** Null for a card that nothing has happened to yet. */
  state: CardState | null;
  versionId: string;
  face: CardFace;
}

export interface DueResponse {
  /** In the order in which to study; at most `limit` of them. */
  cards: DueCard[];
  /** Of everything that is due, not only of `cards`. */
  counts: QueueCounts;
  /** Cards that fall due on the next study day, if nothing else happens. */
  dueTomorrow: number;
  settings: SchedulerSettings;
  /** Who these cards are for: events are kept under this id until they are sent. */
  userId: string;
}
