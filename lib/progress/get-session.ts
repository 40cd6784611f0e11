import { z } from "zod";
import { mustSayPointSchema } from "#lib/content/schema.ts";
import { pool } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { renderMarkdown } from "#lib/markdown/render.ts";
import { readCardLabels } from "#lib/progress/card-labels.ts";
import { listSessions } from "#lib/progress/list-sessions.ts";
import { listMemories } from "#lib/progress/memories.ts";
import type { SessionCard, SessionDetail } from "#lib/progress/schema.ts";
import { countedDurationMs, standingReviews } from "#lib/progress/study-days.ts";
import { readStudyMoment } from "#lib/progress/study-moment.ts";
import type { Grade } from "#lib/scheduler/events.ts";
import { forecast } from "#lib/scheduler/forecast.ts";
import type { Actor } from "#lib/session.ts";

interface AnswerRow {
  card_id: string;
  grade: Grade;
  duration_ms: number | null;
  phase_before: string | null;
  ticks: string[] | null;
  due_day_after: number | null;
  must_say: unknown;
}

async function listAnswers(actor: Actor, sessionId: string): Promise<AnswerRow[]> {
  const { rows } = await pool().query<AnswerRow>({
    name: "list-answers-of-session",
    text: `SELECT e.card_id, e.grade, ${countedDurationMs} AS duration_ms, e.phase_before, e.ticks, e.due_day_after,
                  v.payload -> 'mustSay' AS must_say
             FROM review_events e
             JOIN cards c ON c.id = e.card_id
             LEFT JOIN content_versions v ON v.id = e.version_id AND v.item_id = c.item_id AND e.ticks IS NOT NULL
            WHERE ${standingReviews} AND e.session_id = $2 ORDER BY e.reviewed_at, e.id`,
    values: [actor.userId, sessionId],
  });
  return rows;
}

const mustSaySchema = z.array(mustSayPointSchema).catch([]);

/** The points that an answer left out; none when there was nothing to tick. */
function missedPoints({ ticks, must_say }: AnswerRow): SessionCard["missedPoints"] {
  if (ticks === null) return [];
  return mustSaySchema
    .parse(must_say)
    .filter(({ id }) => !ticks.includes(id))
    .map(({ id, text }) => ({ id, html: renderMarkdown(text) }));
}

/** Answers by card, in the order of the first of each. */
async function toCards(actor: Actor, answers: readonly AnswerRow[]): Promise<SessionCard[]> {
  const labels = await readCardLabels(
    actor,
    answers.map(({ card_id }) => card_id),
  );
  const cards = new Map<string, SessionCard>();
  for (const answer of answers) {
    const label = labels.get(answer.card_id);
    if (!label) continue;
    const card = cards.get(answer.card_id) ?? {
      label,
      grades: [],
      durationMs: 0,
      missedPoints: label.title === null ? [] : missedPoints(answer),
      dueDay: null,
      wasNew: answer.phase_before === "new",
    };
    card.grades.push(answer.grade);
    card.durationMs += answer.duration_ms ?? 0;
    card.dueDay = answer.due_day_after;
    cards.set(answer.card_id, card);
  }
  return [...cards.values()];
}

/**
 * One sitting: time, grades, what was missed, and what comes tomorrow.
 * @throws AppError NOT_FOUND when the actor has no such session.
 */
export async function getSession(
  actor: Actor,
  sessionId: string,
  now: Date,
): Promise<SessionDetail> {
  const id = z.guid().safeParse(sessionId);
  if (!id.success) throw notFound("session");
  const moment = await readStudyMoment(actor, now);
  const [[summary], answers, memories] = await Promise.all([
    listSessions(actor, { limit: 1, sessionId: id.data }),
    listAnswers(actor, id.data),
    listMemories(actor, moment),
  ]);
  if (!summary) throw notFound("session");
  const [, tomorrow] = forecast(
    memories.map(({ state }) => state),
    moment.today,
    2,
  );
  return {
    timeZone: moment.settings.timeZone,
    today: moment.today,
    summary,
    cards: await toCards(actor, answers),
    dueTomorrow: tomorrow?.due ?? 0,
  };
}
