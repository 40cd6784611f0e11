import { isDeepStrictEqual } from "node:util";
import type pg from "pg";
import { listEventsByCard } from "#lib/reviews/event-rows.ts";
import { type FoldedHistory, foldHistory } from "#lib/reviews/fold-history.ts";
import { type CardStateRow, cardStateColumns, toCardState } from "#lib/reviews/state-rows.ts";
import { defaultSettings } from "#lib/scheduler/parameters.ts";
import type { Promised } from "#scripts/torture/writer.ts";

export interface Verdict {
  stored: number;
  /** Acknowledged, and not there. */
  lost: number;
  /** There more than once. */
  doubled: number;
  /** There, and never sent. */
  neverSent: number;
  states: number;
  /** States that are not what the events of their card give. */
  statesOff: number;
  /** Events whose notes (phase before, prediction, due day, taken back) are not. */
  notesOff: number;
}

interface NoteRow {
  id: string;
  phase_before: string | null;
  predicted: number | null;
  due_day_after: number | null;
  undone_by_id: string | null;
}

const parameters = { maximumIntervalDays: defaultSettings.maximumIntervalDays, fuzz: true };

function countNotesOff(
  histories: ReadonlyMap<string, FoldedHistory>,
  rows: readonly NoteRow[],
): number {
  const derived = new Map([...histories.values()].flatMap(({ derivedById }) => [...derivedById]));
  return rows.filter(({ id, phase_before, predicted, due_day_after, undone_by_id }) => {
    const wanted = derived.get(id);
    const found = {
      phaseBefore: phase_before,
      predicted,
      dueDayAfter: due_day_after,
      undoneById: undone_by_id,
    };
    return !wanted || !isDeepStrictEqual(wanted, found);
  }).length;
}

/** Compares what one person was promised with what the database holds. */
export async function verify(
  client: pg.Client,
  userId: string,
  promised: Promised,
): Promise<Verdict> {
  const events = await client.query<NoteRow>({
    text: "SELECT id, phase_before, predicted, due_day_after, undone_by_id FROM review_events WHERE user_id = $1",
    values: [userId],
  });
  const states = await client.query<CardStateRow & { card_id: string }>({
    text: `SELECT s.card_id, ${cardStateColumns} FROM card_states s WHERE s.user_id = $1`,
    values: [userId],
  });
  const ids = new Set(events.rows.map(({ id }) => id));
  const cardIds = states.rows.map(({ card_id }) => card_id);
  const eventsByCard = await listEventsByCard(client, userId, cardIds);
  const histories = new Map(
    [...eventsByCard].map(([cardId, cardEvents]) => [cardId, foldHistory(cardEvents, parameters)]),
  );
  return {
    stored: ids.size,
    lost: [...promised.acknowledged].filter((id) => !ids.has(id)).length,
    doubled: events.rows.length - ids.size,
    neverSent: [...ids].filter((id) => !promised.sent.has(id)).length,
    states: states.rows.length,
    statesOff: states.rows.filter(
      (row) => !isDeepStrictEqual(toCardState(row), histories.get(row.card_id)?.state),
    ).length,
    notesOff: countNotesOff(histories, events.rows),
  };
}
