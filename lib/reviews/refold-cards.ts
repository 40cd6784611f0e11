import type { Queryable } from "#lib/db.ts";
import { listEventsByCard } from "#lib/reviews/event-rows.ts";
import { foldHistory } from "#lib/reviews/fold-history.ts";
import { toStateJson } from "#lib/reviews/state-rows.ts";
import { writeBatch } from "#lib/reviews/write-batch.ts";
import { defaultSettings } from "#lib/scheduler/parameters.ts";

/**
 * Derives the states of a user's cards again from all of their events. Call it inside a
 * transaction that holds the user's study clock.
 */
export async function refoldCards(
  db: Queryable,
  userId: string,
  cardIds: readonly string[],
): Promise<void> {
  if (cardIds.length === 0) return;
  const { rows } = await db.query<{ revision: string; weights: number[] | null }>({
    text: `SELECT k.revision, st.weights FROM study_clocks k JOIN study_settings st USING (user_id) WHERE user_id = $1`,
    values: [userId],
  });
  const [clock] = rows;
  if (!clock) return;
  const weights = clock.weights?.length ? clock.weights : undefined;
  const parameters = {
    weights,
    maximumIntervalDays: defaultSettings.maximumIntervalDays,
    fuzz: true,
  };
  const eventsByCard = await listEventsByCard(db, userId, cardIds);
  const histories = [...eventsByCard].map(([cardId, events]) => ({
    cardId,
    ...foldHistory(events, parameters),
  }));
  await writeBatch(db, userId, clock.revision, {
    events: [],
    states: histories.map(({ cardId, state, folded }) =>
      toStateJson(userId, cardId, state, folded),
    ),
    derivedAgain: histories.flatMap(({ derivedById }) =>
      [...derivedById].map(([id, derived]) => ({
        id,
        phase_before: derived.phaseBefore,
        predicted: derived.predicted,
        due_day_after: derived.dueDayAfter,
        undone_by_id: derived.undoneById,
      })),
    ),
  });
}
