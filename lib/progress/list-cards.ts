import { readableItemsSql } from "#lib/content/access.ts";
import { pool } from "#lib/db.ts";
import { readCardLabels } from "#lib/progress/card-labels.ts";
import type { CardFilter, CardPage, CardRow, CardStanding } from "#lib/progress/schema.ts";
import { readStudyMoment, type StudyMoment } from "#lib/progress/study-moment.ts";
import { type CardStateRow, cardStateColumns, toCardState } from "#lib/reviews/state-rows.ts";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import { retrievability } from "#lib/scheduler/retrievability.ts";
import type { Actor } from "#lib/session.ts";

export const cardsPerPage = 50;

const conditions: Readonly<Record<CardFilter["show"], string>> = {
  started: "s.phase <> 'new'",
  new: "(s.card_id IS NULL OR s.phase = 'new')",
  learning: "s.phase IN ('learning', 'relearning')",
  review: "s.phase = 'review'",
  suspended: "s.suspended",
  leech: "s.leech",
  marked: "s.marked",
};

// Recall falls with the days since the last review over the stability, so no power is needed to sort by it.
const orders: Readonly<Record<CardFilter["sort"], string>> = {
  recall: "faded DESC NULLS LAST, c.position",
  due: "s.suspended, s.due_day, s.due_at, c.position",
  lapses: "s.lapses DESC NULLS LAST, c.position",
  difficulty: "s.difficulty DESC NULLS LAST, c.position",
  recent: "s.last_reviewed_at DESC NULLS LAST, c.position",
};

/** What a card's state says, in the words of the lists. */
export function standingOf(
  state: CardState,
  { settings, today }: Pick<StudyMoment, "settings" | "today">,
): CardStanding {
  const { phase, dueDay, reps, lapses, suspended, leech, marked } = state;
  return {
    phase,
    dueDay,
    reps,
    lapses,
    suspended,
    leech,
    marked,
    recall: retrievability(state, today, settings),
  };
}

type MaybeState = { [Column in keyof CardStateRow]: CardStateRow[Column] | null };
type FoundRow = MaybeState & { id: string; total: number };

function hasState(row: FoundRow): row is FoundRow & CardStateRow {
  return row.phase !== null;
}

/** "Q44", "#44" and "44" all mean the number; anything else is looked for as it stands. */
function numberIn(text: string): number | null {
  const match = /^[q#]?(\d{1,4})$/i.exec(text);
  return match ? Number(match[1]) : null;
}

const likePattern = (text: string) => `%${text.replaceAll(/[\\%_]/g, "\\$&")}%`;

const listSql = (actor: Actor, filter: CardFilter) => `
  SELECT c.id, count(*) OVER ()::int AS total, ($8 - s.last_day) / s.stability AS faded, ${cardStateColumns}
    FROM cards c
    JOIN content_items item ON item.id = c.item_id
    JOIN banks bank ON bank.id = item.bank_id
    JOIN topics topic ON topic.id = item.topic_id
    LEFT JOIN card_states s ON s.user_id = $1 AND s.card_id = c.id
   WHERE ${conditions[filter.show]} AND ${readableItemsSql(actor)}
     AND (s.card_id IS NOT NULL OR (c.retired_at IS NULL AND (c.kind <> 'question' OR c.key = ANY($3::text[]))))
     AND ($2 = '%%' OR item.title ILIKE $2 OR replace(c.key, '-', ' ') ILIKE $2 OR item.number = $4)
     AND ($5 = '' OR topic.slug = $5)
   ORDER BY ${orders[filter.sort]}, c.id LIMIT $6 OFFSET $7`;

/** A page of the person's cards. Cards that were never started are found by `show: "new"` only. */
export async function listCards(actor: Actor, filter: CardFilter, now: Date): Promise<CardPage> {
  const moment = await readStudyMoment(actor, now);
  const { rows } = await pool().query<FoundRow>({
    text: listSql(actor, filter),
    values: [
      actor.userId,
      likePattern(filter.q),
      moment.rungs,
      numberIn(filter.q),
      filter.topic,
      cardsPerPage,
      (filter.page - 1) * cardsPerPage,
      moment.today,
    ],
  });
  const labels = await readCardLabels(
    actor,
    rows.map(({ id }) => id),
  );
  const found = rows.flatMap((row): CardRow[] => {
    const label = labels.get(row.id);
    return label
      ? [{ label, ...standingOf(hasState(row) ? toCardState(row) : emptyCardState, moment) }]
      : [];
  });
  return { today: moment.today, rows: found, total: rows[0]?.total ?? 0, pageSize: cardsPerPage };
}
