import { z } from "zod";
import { pool } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { readCardLabels } from "#lib/progress/card-labels.ts";
import { standingOf } from "#lib/progress/list-cards.ts";
import type { CardDetail } from "#lib/progress/schema.ts";
import { readStudyMoment } from "#lib/progress/study-moment.ts";
import { traceCard } from "#lib/progress/trace-card.ts";
import { listEventsByCard } from "#lib/reviews/event-rows.ts";
import type { Actor } from "#lib/session.ts";

/**
 * One card of the person with everything that happened to it.
 * @throws AppError NOT_FOUND when nothing ever happened to it, which is so for what is another's.
 */
export async function getCard(actor: Actor, cardId: string, now: Date): Promise<CardDetail> {
  const id = z.guid().safeParse(cardId);
  if (!id.success) throw notFound("card");
  const [moment, eventsByCard, labels] = await Promise.all([
    readStudyMoment(actor, now),
    listEventsByCard(pool(), actor.userId, [id.data]),
    readCardLabels(actor, [id.data]),
  ]);
  const events = eventsByCard.get(id.data);
  const label = labels.get(id.data);
  if (!events || !label) throw notFound("card");
  const { settings, today } = moment;
  const { state, entries, curve } = traceCard(events, { ...settings, fuzz: true }, today);
  return {
    label,
    ...standingOf(state, moment),
    stability: state.stability,
    difficulty: state.difficulty,
    entries,
    curve,
    timeZone: settings.timeZone,
    today,
    desiredRetention: settings.desiredRetention,
  };
}
