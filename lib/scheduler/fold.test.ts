import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyCardState } from "#lib/scheduler/card-state.ts";
import type { CardEvent } from "#lib/scheduler/events.ts";
import { effectiveChanges, foldCard } from "#lib/scheduler/fold.ts";
import { applyChange } from "#lib/scheduler/step.ts";
import {
  arbitraryChanges,
  arbitraryEvents,
  exact,
  firstDay,
  fuzzy,
  instantOn,
  reviewOn,
} from "#lib/scheduler/test-support.ts";

const flag = (
  kind: "suspend" | "unsuspend" | "unbury" | "mark" | "unmark",
  hours: number,
): CardEvent => ({
  id: `${kind}-${hours}`,
  cardId: "card",
  kind,
  reviewedAt: instantOn(firstDay, hours),
});

const undoOf = (targetId: string, hours = 20, id = `undo-${targetId}`): CardEvent => ({
  id,
  cardId: "card",
  kind: "undo",
  targetId,
  reviewedAt: instantOn(firstDay, hours),
});

describe("foldCard", () => {
  it("no events leave a new card", () => {
    expect(foldCard([], exact)).toEqual(emptyCardState);
  });

  it("the same events give the same state in any order and with any repeats", () => {
    const delivered = arbitraryEvents.chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.array(fc.constantFrom(...events), { maxLength: 6 }).chain((repeats) =>
          fc.shuffledSubarray([...events, ...repeats], {
            minLength: events.length + repeats.length,
          }),
        ),
      ),
    );
    fc.assert(
      fc.property(delivered, ([events, arrived]) => {
        expect(foldCard(arrived, fuzzy)).toEqual(foldCard(events, fuzzy));
      }),
      { numRuns: 300 },
    );
  });

  it("undoing any event equals never having had it", () => {
    const undone = arbitraryChanges.chain((changes) =>
      fc.tuple(fc.constant(changes), fc.nat({ max: changes.length - 1 })),
    );
    fc.assert(
      fc.property(undone, ([changes, index]) => {
        const target = changes[index]?.id ?? "";
        const without = changes.filter(({ id }) => id !== target);
        expect(foldCard([undoOf(target), ...changes], fuzzy)).toEqual(foldCard(without, fuzzy));
      }),
    );
  });

  it("a later event needs no refold: one step from the state gives the same", () => {
    fc.assert(
      fc.property(arbitraryChanges, (changes) => {
        const ordered = effectiveChanges(changes);
        const last = ordered.at(-1);
        if (!last) throw new Error("no change");
        const before = foldCard(ordered.slice(0, -1), fuzzy);
        expect(applyChange(before, last, fuzzy)).toEqual(foldCard(changes, fuzzy));
      }),
    );
  });

  it("trap: an event before the last review is folded in at its place", () => {
    const early = reviewOn(firstDay, 4);
    const late = reviewOn(firstDay + 8, 3);
    const between = reviewOn(firstDay + 3, 1);
    const refolded = foldCard([early, late, between], exact);
    expect(refolded).toEqual(foldCard([early, between, late], exact));
    expect(refolded.reps).toBe(3);
    expect(refolded.lapses).toBe(1);
    expect(refolded.lastDay).toBe(firstDay + 8);
  });

  it("trap: undoing an early review restores the due day it had", () => {
    const first = reviewOn(firstDay, 4);
    const early = reviewOn(firstDay + 2, 3);
    const state = foldCard([first, early, undoOf(early.id)], exact);
    expect(state).toEqual(foldCard([first], exact));
    expect(state.dueDay).toBe(firstDay + 8);
  });

  it("an undo of an undo does nothing", () => {
    const first = reviewOn(firstDay, 4);
    const undo = undoOf(first.id);
    expect(foldCard([first, undo, undoOf(undo.id, 21)], exact)).toEqual(emptyCardState);
  });

  it("events at the same instant are ordered by id", () => {
    const again = reviewOn(firstDay, 1, { id: "b" });
    const easy = reviewOn(firstDay, 4, { id: "a" });
    expect(foldCard([again, easy], exact)).toMatchObject({ phase: "relearning", lapses: 1 });
    const easyLast = { ...easy, id: "c" };
    expect(foldCard([again, easyLast], exact)).toMatchObject({ phase: "review", lapses: 0 });
  });

  it("suspends, marks, and takes both back", () => {
    expect(foldCard([flag("suspend", 1), flag("mark", 2)], exact)).toEqual({
      ...emptyCardState,
      suspended: true,
      marked: true,
    });
    const back = [flag("suspend", 1), flag("mark", 2), flag("unsuspend", 3), flag("unmark", 4)];
    expect(foldCard(back, exact)).toEqual(emptyCardState);
  });

  it("an answer leaves a card as suspended and as marked as it was", () => {
    const flags = [flag("suspend", 1), flag("mark", 2)];
    const answered = { suspended: true, marked: true, reps: 1 };
    expect(foldCard([...flags, reviewOn(firstDay, 3)], exact)).toMatchObject(answered);
  });

  it("buries until the next study day, or until it is answered or unburied", () => {
    const bury: CardEvent = {
      id: "bury",
      cardId: "card",
      kind: "bury",
      day: firstDay,
      reviewedAt: instantOn(firstDay, 1),
    };
    expect(foldCard([bury], exact).buriedUntilDay).toBe(firstDay + 1);
    expect(foldCard([bury, flag("unbury", 2)], exact).buriedUntilDay).toBeNull();
    expect(foldCard([bury, reviewOn(firstDay, 3)], exact).buriedUntilDay).toBeNull();
  });

  it("does not reorder the list it is given", () => {
    const events = Object.freeze([reviewOn(firstDay + 8, 3), reviewOn(firstDay, 4)]);
    expect(foldCard(events, exact).reps).toBe(2);
  });
});
