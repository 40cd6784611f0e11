import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import type { CardEvent } from "#lib/scheduler/events.ts";
import { effectiveChanges } from "#lib/scheduler/fold.ts";
import type { SchedulingParameters } from "#lib/scheduler/parameters.ts";
import { retrievability } from "#lib/scheduler/retrievability.ts";
import { applyChange } from "#lib/scheduler/step.ts";

/** What is kept beside an event because reports ask for it; all of it follows from the fold. */
export interface DerivedOfEvent {
  phaseBefore: CardState["phase"] | null;
  predicted: number | null;
  dueDayAfter: number | null;
  undoneById: string | null;
}

export interface FoldedHistory {
  state: CardState;
  derivedById: Map<string, DerivedOfEvent>;
  /** The latest event by (reviewedAt, id), undos included. */
  folded: { at: number; id: string };
}

function isLater(event: CardEvent, than: { at: number; id: string }): boolean {
  return event.reviewedAt > than.at || (event.reviewedAt === than.at && event.id > than.id);
}

const beforeEverything = { at: Number.NEGATIVE_INFINITY, id: "" };

/**
 * Folds events of one card, keeping for each what it found. Give either all events of the card, or
 * a `start` with only events that come after it and undo nothing.
 */
export function foldHistory(
  events: readonly CardEvent[],
  parameters: SchedulingParameters,
  start: { state: CardState; folded: { at: number; id: string } } = {
    state: emptyCardState,
    folded: beforeEverything,
  },
): FoldedHistory {
  const derivedById = new Map<string, DerivedOfEvent>();
  const undoneBy = new Map<string, CardEvent>();
  let { folded } = start;
  for (const event of events) {
    if (event.kind === "undo") {
      // Of several, on two devices, the first: whatever order they are read in.
      const other = undoneBy.get(event.targetId);
      if (!other || isLater(other, { at: event.reviewedAt, id: event.id }))
        undoneBy.set(event.targetId, event);
    }
    if (isLater(event, folded)) folded = { at: event.reviewedAt, id: event.id };
  }
  for (const { id } of events) {
    derivedById.set(id, {
      phaseBefore: null,
      predicted: null,
      dueDayAfter: null,
      undoneById: undoneBy.get(id)?.id ?? null,
    });
  }
  let { state } = start;
  for (const change of effectiveChanges(events)) {
    const predicted =
      change.kind === "review" ? retrievability(state, change.day, parameters) : null;
    const phaseBefore = state.phase;
    state = applyChange(state, change, parameters);
    derivedById.set(change.id, {
      phaseBefore,
      predicted,
      dueDayAfter: state.dueDay,
      undoneById: null,
    });
  }
  return { state, derivedById, folded };
}
