import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import type { CardChange } from "#lib/scheduler/events.ts";
import { foldCard } from "#lib/scheduler/fold.ts";
import type { QueueCard } from "#lib/scheduler/queue.ts";
import type { SessionAction } from "#lib/scheduler/session-queue.ts";
import {
  answer,
  card,
  due,
  flag,
  minutesIn,
  run,
  session,
  shown,
  start,
  today,
} from "#lib/scheduler/session-test-support.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import { arbitraryGrade, exact, fuzzy, instantOn, reviewOn } from "#lib/scheduler/test-support.ts";

describe("undo", () => {
  it("goes back through every step to the start, from the completion screen too", () => {
    const from = session(card("a"), card("b", due), card("c", due));
    const actions = [answer("a", 4, 0), flag("b", "bury", 1), answer("c", 3, 2)];
    const done = run(from, ...actions);
    expect(done.currentId).toBeNull();
    const undo: SessionAction = { type: "undo" };
    expect(shown(done, undo, undo, undo)).toEqual(["c", "b", "a"]);
    expect(run(done, undo, undo, undo)).toEqual(from);
    expect(run(from, undo)).toBe(from);
  });

  it("names the event that an undo event has to point at", () => {
    const done = run(session(card("a", due)), answer("a", 3, 0));
    expect(done.history.at(-1)).toMatchObject({ eventId: `a@${start}`, cardId: "a" });
  });

  it("keeps cards that the server sent in between", () => {
    const refill: SessionAction = {
      type: "refill",
      cards: [card("b", due), card("c")],
      now: minutesIn(1),
    };
    const undone = run(session(card("a", due)), answer("a", 3, 0), refill, { type: "undo" });
    expect(undone.currentId).toBe("a");
    expect(undone.upcoming).toEqual(["a", "b", "c"]);
  });

  it("keeps learning cards that the server sent in between", () => {
    const learning = applyReview(emptyCardState, reviewOn(today, 3, { reviewedAt: start }), exact);
    const refill: SessionAction = {
      type: "refill",
      cards: [card("b", learning)],
      now: minutesIn(1),
    };
    const undone = run(session(card("a", due)), answer("a", 3, 0), refill, { type: "undo" });
    expect(shown(undone, answer("a", 3, 1))).toEqual(["b"]);
  });

  it("any answers and as many undos lead back to the start, and redoing them gives the same", () => {
    const answers = fc.array(fc.tuple(arbitraryGrade, fc.integer({ min: 0, max: 12 })), {
      maxLength: 25,
    });
    fc.assert(
      fc.property(answers, (grades) => {
        const from = session(card("a"), card("b", due), card("c"), card("d", due), card("e"));
        let state = from;
        let minutes = 0;
        const events: CardChange[] = [];
        for (const [grade, pause] of grades) {
          if (state.currentId === null) break;
          minutes += pause + 0.01;
          const action = answer(state.currentId, grade, minutes);
          if (action.type === "record") events.push(action.event);
          state = run(state, action);
        }
        // The browser's state is the fold that the server makes of the same events.
        for (const { cardId, state: before } of from.cards.values()) {
          if (before !== null) continue;
          const folded = foldCard(
            events.filter((event) => event.cardId === cardId),
            fuzzy,
          );
          expect(state.cards.get(cardId)?.state ?? emptyCardState).toEqual(folded);
        }
        const undone = run(state, ...events.map((): SessionAction => ({ type: "undo" })));
        expect(undone).toEqual(from);
        expect(
          run(undone, ...events.map((event): SessionAction => ({ type: "record", event }))),
        ).toEqual(state);
      }),
    );
  });
});

describe("refill", () => {
  const refill = (...cards: QueueCard[]): SessionAction => ({
    type: "refill",
    cards,
    now: minutesIn(3),
  });

  it("adds what is new at the end, in order, and nothing twice", () => {
    const from = session(card("a", due), card("b", due));
    const more = run(from, refill(card("b", due), card("c", due), card("d"), card("c", due)));
    expect(more.upcoming).toEqual(["a", "b", "c", "d"]);
    expect(more.currentId).toBe("a");
  });

  it("shows something at once when nothing was left", () => {
    const done = run(session(card("a", due)), answer("a", 3, 0));
    expect(run(done, refill(card("b", due))).currentId).toBe("b");
  });

  it("does not bring back what was answered, buried or suspended here and is still on its way", () => {
    const from = session(card("a", due), card("b", due), card("c", due), card("d"));
    const here = run(
      from,
      answer("a", 3, 0),
      flag("b", "bury", 1),
      flag("c", "suspend", 1),
      answer("d", 1, 2),
    );
    const more = run(here, refill(card("a", due), card("b", due), card("c", due), card("d")));
    expect(more).toEqual(here);
  });

  it("hides siblings of cards that are waiting, learning or answered today", () => {
    const from = session(card("a", due, "g1"), card("b", due, "g2"), card("c", null, "g3"));
    const here = run(from, answer("a", 3, 0), answer("b", 1, 1));
    const more = run(
      here,
      refill(
        card("a2", null, "g1"),
        card("b2", due, "g2"),
        card("c2", due, "g3"),
        card("d", null, "g4"),
      ),
    );
    expect(more.upcoming).toEqual(["c", "d"]);
  });

  it("never hides a learning card, which hides its siblings", () => {
    const learning = applyReview(
      emptyCardState,
      reviewOn(today, 3, { reviewedAt: minutesIn(-5) }),
      exact,
    );
    const from = session(card("a", due, "g1"));
    const more = run(
      from,
      refill(card("b", learning, "g1"), card("c", null, "g2"), card("d", learning, "g2")),
    );
    expect([...more.cards.keys()]).toEqual(["a", "b", "d"]);
  });

  it("brings a card again on a later day, once the server has seen the last answer", () => {
    const yesterday = run(session(card("a", due)), answer("a", 3, 0));
    const known = yesterday.cards.get("a")?.state ?? emptyCardState;
    const later = known.dueDay ?? 0;
    const again = (state: CardState): SessionAction => ({
      type: "refill",
      cards: [card("a", state)],
      now: instantOn(later, 8),
    });
    expect(run(yesterday, again(due)).currentId).toBeNull();
    expect(run(yesterday, again(known)).currentId).toBe("a");
    const answered = run(yesterday, again(known), answer("a", 3, 0, later));
    expect(answered.cards.get("a")?.state?.reps).toBe(3);
    expect(run(answered, { type: "undo" }).currentId).toBe("a");
    expect(run(answered, { type: "undo" }, { type: "undo" }).upcoming).toEqual(["a"]);
  });
});
