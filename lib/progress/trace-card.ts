import type { RecallPoint, TraceEntry } from "#lib/progress/schema.ts";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import type { CardEvent } from "#lib/scheduler/events.ts";
import { effectiveChanges } from "#lib/scheduler/fold.ts";
import type { SchedulingParameters } from "#lib/scheduler/parameters.ts";
import { retrievability } from "#lib/scheduler/retrievability.ts";
import { applyChange } from "#lib/scheduler/step.ts";

export interface CardTrace {
  state: CardState;
  /** Latest first. */
  entries: TraceEntry[];
  curve: RecallPoint[];
}

const samplesPerStretch = 24;

/** Predicted recall from one review to the next, by day. */
function sampleStretch(
  state: CardState,
  until: number,
  parameters: SchedulingParameters,
): RecallPoint[] {
  const { lastDay, reps } = state;
  if (lastDay === null) return [];
  const length = Math.max(0, until - lastDay);
  const steps = Math.max(1, Math.min(length, samplesPerStretch));
  return Array.from({ length: steps + 1 }, (_, index) => {
    const day = lastDay + Math.round((index * length) / steps);
    return { stretch: reps, day, recall: retrievability(state, day, parameters) ?? 0 };
  });
}

/**
 * The whole history of one card, replayed: what each review had predicted, what it left, and how
 * recall fell in between.
 * @param events all of one card.
 * @param today the curve goes on to here, or to the day the card falls due if that is later.
 */
export function traceCard(
  events: readonly CardEvent[],
  parameters: SchedulingParameters,
  today: number,
): CardTrace {
  const entryById = new Map<string, TraceEntry>();
  const curve: RecallPoint[] = [];
  let state: CardState = emptyCardState;
  for (const event of events) {
    if (event.kind === "undo") continue;
    const day = event.kind === "review" || event.kind === "bury" ? event.day : null;
    entryById.set(event.id, {
      id: event.id,
      kind: event.kind,
      at: event.reviewedAt,
      day,
      undone: true,
      review: null,
    });
  }
  for (const change of effectiveChanges(events)) {
    const entry = entryById.get(change.id);
    const next = applyChange(state, change, parameters);
    if (entry) entry.undone = false;
    if (entry && change.kind === "review" && next.phase !== "new") {
      const { grade, durationMs, day } = change;
      const predicted = retrievability(state, day, parameters);
      entry.review = {
        grade,
        durationMs,
        predicted,
        intervalDays: next.intervalDays,
        stability: next.stability,
      };
      curve.push(...sampleStretch(state, day, parameters));
    }
    state = next;
  }
  curve.push(...sampleStretch(state, Math.max(today, state.dueDay ?? today), parameters));
  const entries = [...entryById.values()].sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  return { state, entries, curve };
}
