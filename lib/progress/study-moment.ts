import { readStudyContext, type StudyContext } from "#lib/reviews/due-cards.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";
import type { Actor } from "#lib/session.ts";

/** A person's settings together with the study day that it is for them. */
export interface StudyMoment extends StudyContext {
  today: number;
}

/** @throws AppError UNAUTHENTICATED when the account is gone. */
export async function readStudyMoment(actor: Actor, now: Date): Promise<StudyMoment> {
  const context = await readStudyContext(actor);
  const { timeZone, dayStartsAtHour } = context.settings;
  return { ...context, today: studyDay(now, timeZone, dayStartsAtHour) };
}
