import type { CardState } from "#lib/scheduler/card-state.ts";

/** Columns of `card_states` that hold the fold, as node-postgres returns them. */
export interface CardStateRow {
  phase: CardState["phase"];
  step: number;
  stability: number | null;
  difficulty: number | null;
  due_at: Date | null;
  due_day: number | null;
  interval_days: number;
  reps: number;
  lapses: number;
  last_reviewed_at: Date | null;
  last_day: number | null;
  suspended: boolean;
  buried_until_day: number | null;
  marked: boolean;
  leech: boolean;
}

/** The same columns of `s`, for a SELECT list. */
export const cardStateColumns = `s.phase, s.step, s.stability, s.difficulty, s.due_at, s.due_day,
  s.interval_days, s.reps, s.lapses, s.last_reviewed_at, s.last_day, s.suspended,
  s.buried_until_day, s.marked, s.leech`;

/** The state in a row. The one place where the database's columns become the union of phases. */
export function toCardState(row: CardStateRow): CardState {
  return {
    phase: row.phase,
    step: row.step,
    stability: row.stability,
    difficulty: row.difficulty,
    dueAt: row.due_at?.getTime() ?? null,
    dueDay: row.due_day,
    intervalDays: row.interval_days,
    reps: row.reps,
    lapses: row.lapses,
    leech: row.leech,
    lastReviewedAt: row.last_reviewed_at?.getTime() ?? null,
    lastDay: row.last_day,
    suspended: row.suspended,
    buriedUntilDay: row.buried_until_day,
    marked: row.marked,
  } as CardState;
}

const toIso = (instant: number | null) =>
  instant === null ? null : new Date(instant).toISOString();

/** A state as the JSON that `json_populate_recordset(NULL::card_states, …)` reads. */
export function toStateJson(
  userId: string,
  cardId: string,
  state: CardState,
  folded: { at: number; id: string },
) {
  return {
    user_id: userId,
    card_id: cardId,
    phase: state.phase,
    step: state.step,
    stability: state.stability,
    difficulty: state.difficulty,
    due_at: toIso(state.dueAt),
    due_day: state.dueDay,
    interval_days: state.intervalDays,
    reps: state.reps,
    lapses: state.lapses,
    last_reviewed_at: toIso(state.lastReviewedAt),
    last_day: state.lastDay,
    suspended: state.suspended,
    buried_until_day: state.buriedUntilDay,
    marked: state.marked,
    leech: state.leech,
    folded_at: toIso(folded.at),
    folded_id: folded.id,
  };
}
