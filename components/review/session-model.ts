import type { WireEvent } from "#lib/offline/wire.ts";
import type { DueCard } from "#lib/reviews/due-schema.ts";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import type { CardChange, Grade } from "#lib/scheduler/events.ts";
import type { SchedulerSettings } from "#lib/scheduler/parameters.ts";
import { type GradeOutcome, previewGrades } from "#lib/scheduler/preview.ts";
import type { SessionContext } from "#lib/scheduler/session-queue.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";

/** A due card as the session's reducer takes it. */
export interface SessionCard extends DueCard {
  cardId: string;
}

/** What was given in this session, newest last; the summary is made of it. */
export interface LoggedAnswer {
  eventId: string;
  cardId: string;
  grade: Grade;
  durationMs: number;
  title: string;
  path: string;
  /** Must-say points that were not ticked. */
  missed: string[];
  /** What the card's answer led to. */
  stateAfter: CardState;
}

export function toSessionCard(card: DueCard): SessionCard {
  return { ...card, cardId: card.id };
}

export function contextOf(settings: SchedulerSettings): SessionContext {
  return { settings, fuzz: true };
}

/** What each grade would do if it were given at `now`. */
export function outcomesAt(
  card: SessionCard,
  now: number,
  settings: SchedulerSettings,
): Record<Grade, GradeOutcome> {
  const { timeZone, dayStartsAtHour, desiredRetention, weights, maximumIntervalDays } = settings;
  const moment = {
    cardId: card.cardId,
    reviewedAt: now,
    day: studyDay(now, timeZone, dayStartsAtHour),
    desiredRetention,
  };
  return previewGrades(card.state ?? emptyCardState, moment, {
    weights,
    maximumIntervalDays,
    fuzz: true,
  });
}

interface AnswerDetails {
  sessionId: string;
  versionId: string;
  ticks: string[] | null;
  hintsUsed: number;
}

/** An event as it goes over the wire. */
export function toWire(event: CardChange, sessionId: string, details?: AnswerDetails): WireEvent {
  const base = {
    id: event.id,
    cardId: event.cardId,
    kind: event.kind,
    sessionId,
    reviewedAt: new Date(event.reviewedAt).toISOString(),
  };
  if (event.kind !== "review") return base;
  return {
    ...base,
    grade: event.grade,
    durationMs: event.durationMs,
    ...(details && { versionId: details.versionId, hintsUsed: details.hintsUsed }),
    ...(details?.ticks && { ticks: details.ticks }),
  };
}

/** An undelivered event, applied again to cards that the server sent without knowing of it. */
export function fromWire(event: WireEvent, settings: SchedulerSettings): CardChange | null {
  const reviewedAt = Date.parse(event.reviewedAt);
  const base = { id: event.id, cardId: event.cardId, reviewedAt };
  const day = studyDay(reviewedAt, settings.timeZone, settings.dayStartsAtHour);
  switch (event.kind) {
    case "undo":
      return null;
    case "review": {
      const grade = event.grade as Grade;
      const { desiredRetention } = settings;
      return {
        ...base,
        kind: "review",
        grade,
        day,
        desiredRetention,
        durationMs: event.durationMs ?? 0,
      };
    }
    case "bury":
      return { ...base, kind: "bury", day };
    default:
      return { ...base, kind: event.kind };
  }
}

/**
 * The grade that the ticks speak for: everything said is Good, half or more Hard, less Again. Easy
 * is for the person to claim. Null when there is nothing to tick.
 */
export function suggestGrade(said: number, total: number): Grade | null {
  if (total === 0) return null;
  if (said === total) return 3;
  return said * 2 >= total ? 2 : 1;
}
