import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import type { CardChange, CardEvent } from "#lib/scheduler/events.ts";
import type { SchedulingParameters } from "#lib/scheduler/parameters.ts";
import { applyChange } from "#lib/scheduler/step.ts";

/** Code unit order, which for lower-case UUIDs is also PostgreSQL's. */
function byTimeThenId(a: CardEvent, b: CardEvent): number {
  if (a.reviewedAt !== b.reviewedAt) return a.reviewedAt - b.reviewedAt;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The events of one card that still hold, in the order in which they happened: without repeats
 * and without what was undone. An undo may come before its target, or without one; undoing an
 * undo does nothing.
 */
export function effectiveChanges(events: readonly CardEvent[]): CardChange[] {
  const undone = new Set(
    events.flatMap((event) => (event.kind === "undo" ? [event.targetId] : [])),
  );
  const seen = new Set<string>();
  const changes: CardChange[] = [];
  for (const event of events.toSorted(byTimeThenId)) {
    if (event.kind === "undo" || undone.has(event.id) || seen.has(event.id)) continue;
    seen.add(event.id);
    changes.push(event);
  }
  return changes;
}

/**
 * The state of a card from all of its events. The same events give the same state in any order of
 * arrival and with any number of repeats.
 * @param events all of one card; ids are taken to identify their content.
 * @throws RangeError as `applyReview` does.
 */
export function foldCard(
  events: readonly CardEvent[],
  parameters: SchedulingParameters,
): CardState {
  return effectiveChanges(events).reduce<CardState>(
    (state, change) => applyChange(state, change, parameters),
    emptyCardState,
  );
}
