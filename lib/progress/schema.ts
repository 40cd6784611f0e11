import { z } from "zod";
import type { Rung } from "#lib/content/schema.ts";
import type { CardPhase } from "#lib/scheduler/card-state.ts";
import type { CardEvent, Grade } from "#lib/scheduler/events.ts";
import type { ForecastDay } from "#lib/scheduler/forecast.ts";
import type { QueueCounts } from "#lib/scheduler/queue.ts";
import type { Streak } from "#lib/scheduler/streak.ts";

/*
 * What the progress pages and Today are given. A `day` is a study day index, days since 1970-01-01 in
 * the person's zone.
 */

/** Enough to name a card and to lead to where it can be read again. */
export interface CardLabel {
  cardId: string;
  kind: "question" | "fact" | "myth" | "decision" | "condition";
  /** Null when its content may not be read any more. */
  title: string | null;
  /** The published number of a question. */
  number: number | null;
  rung: Rung | null;
  /** What a fact is about, such as "Image size · Containers". */
  detail: string | null;
  topic: { slug: string; name: string };
  path: string | null;
}

/** What was done on one study day. */
export interface DayTotals {
  day: number;
  reviews: number;
  /** Cards answered for the first time ever. */
  introduced: number;
  durationMs: number;
}

/** A share with its 95 % interval; what it was counted from is always kept beside it. */
export interface Share {
  count: number;
  share: number;
  low: number;
  high: number;
}

/** True retention: of the reviews that put memory to the test, how many were passed. */
export interface WeekRetention extends Share {
  /** The study day on which the week began. */
  monday: number;
  /** In force when those reviews were made, on average. */
  desired: number;
  /** What the model had expected, on average. */
  predicted: number;
}

/** Lower bound and name of each band of predicted recall. */
export const recallBands = [
  { from: 0, label: "under 50 %" },
  { from: 0.5, label: "50–70 %" },
  { from: 0.7, label: "70–80 %" },
  { from: 0.8, label: "80–90 %" },
  { from: 0.9, label: "90–100 %" },
] as const;

export interface TopicMemory {
  topic: { slug: string; name: string };
  /** How many cards lie in each of `recallBands` today. */
  bands: number[];
  started: number;
  notStarted: number;
  /** Sum of the predicted recall of what was started: how many would be recalled today. */
  expected: number;
  /** Question cards by rung: likely recalled (80 % or more) of all. */
  rungs: Record<Rung, { known: number; total: number }>;
}

export interface CalibrationBin extends Share {
  /** Mean predicted recall of the bin. */
  predicted: number;
}

export interface Calibration {
  count: number;
  /** Mean of −ln p(outcome), lower is better. */
  logLoss: number;
  /** Of a forecaster who always says the average. */
  averageLogLoss: number;
  /** Mean squared error, lower is better. */
  brier: number;
  /** Equal in count, ascending; empty when there are too few reviews to tell anything. */
  bins: CalibrationBin[];
}

/** Fewer reviews than this say nothing about calibration. */
export const minimumCalibrationCount = 100;

export interface SessionSummary {
  sessionId: string;
  startedAt: Date;
  endedAt: Date;
  /** Time spent on cards, pauses left out. */
  durationMs: number;
  answers: number;
  cards: number;
  /** How many answers of each grade. */
  grades: Record<Grade, number>;
}

export interface SessionCard {
  label: CardLabel;
  grades: Grade[];
  durationMs: number;
  /** Must-say points that were not ticked at the first answer, rendered. */
  missedPoints: { id: string; html: string }[];
  /** When it comes back, as decided by its last answer of the session. */
  dueDay: number | null;
  wasNew: boolean;
}

export interface SessionDetail {
  timeZone: string;
  today: number;
  summary: SessionSummary;
  /** In the order in which they were first shown. */
  cards: SessionCard[];
  /** Cards that fall due on the study day after today. */
  dueTomorrow: number;
}

/** A card that was answered Again lately. */
export interface MissedCard {
  label: CardLabel;
  times: number;
  lastAt: Date;
}

export const cardFilterSchema = z.object({
  /** Part of the title, the number such as "44" or "Q44", or a fact's aspect. */
  q: z.string().trim().max(100).catch("").default(""),
  show: z
    .enum(["started", "new", "learning", "review", "suspended", "leech", "marked"])
    .catch("started")
    .default("started"),
  sort: z.enum(["due", "recall", "lapses", "difficulty", "recent"]).catch("due").default("due"),
  topic: z.string().max(120).catch("").default(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
});
export type CardFilter = z.infer<typeof cardFilterSchema>;

/** What the lists say of one card's memory. */
export interface CardStanding {
  phase: CardPhase;
  /** Predicted recall today; null when it was never answered. */
  recall: number | null;
  dueDay: number | null;
  reps: number;
  lapses: number;
  suspended: boolean;
  leech: boolean;
  marked: boolean;
}

export interface CardRow extends CardStanding {
  label: CardLabel;
}

export interface CardPage {
  today: number;
  rows: CardRow[];
  total: number;
  pageSize: number;
}

/** One thing that happened to a card, with what it found and what it left. */
export interface TraceEntry {
  id: string;
  kind: CardEvent["kind"];
  at: number;
  day: number | null;
  /** It was taken back, so it changed nothing. */
  undone: boolean;
  /** Of reviews only. */
  review: {
    grade: Grade;
    durationMs: number;
    predicted: number | null;
    intervalDays: number;
    stability: number;
  } | null;
}

/** One stretch of forgetting between two reviews, sampled by day. */
export interface RecallPoint {
  stretch: number;
  day: number;
  recall: number;
}

export interface CardDetail extends CardRow {
  today: number;
  timeZone: string;
  desiredRetention: number;
  stability: number | null;
  difficulty: number | null;
  entries: TraceEntry[];
  curve: RecallPoint[];
}

export interface Today {
  today: number;
  timeZone: string;
  counts: QueueCounts;
  /** Median of what one answer took lately; null without any. */
  medianAnswerMs: number | null;
  done: DayTotals;
  streak: Streak;
  /** Two weeks from today on. */
  forecast: ForecastDay[];
  /** Anything was ever answered. */
  hasHistory: boolean;
  lastSession: SessionSummary | null;
  missed: MissedCard[];
}

export interface Progress {
  today: number;
  timeZone: string;
  desiredRetention: number;
  days: DayTotals[];
  streak: Streak;
  forecast: ForecastDay[];
  retention: WeekRetention[];
  topics: TopicMemory[];
  calibration: Calibration;
  sessions: SessionSummary[];
}

export interface TopicProgress {
  today: number;
  timeZone: string;
  desiredRetention: number;
  memory: TopicMemory;
  forecast: ForecastDay[];
  retention: WeekRetention[];
  /** Least likely recalled first. */
  weakest: CardRow[];
  missed: MissedCard[];
}
