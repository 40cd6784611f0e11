import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import type { CardChange, Grade } from "#lib/scheduler/events.ts";
import { foldCard } from "#lib/scheduler/fold.ts";
import type { QueueCard } from "#lib/scheduler/queue.ts";
import {
  nextLearningAt,
  reduceSession,
  type SessionAction,
  type SessionQueue,
  sessionCounts,
  startSession,
} from "#lib/scheduler/session-queue.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import {
  arbitraryGrade,
  exact,
  firstDay,
  fuzzy,
  instantOn,
  reviewOn,
  utcSettings,
} from "#lib/scheduler/test-support.ts";

const today = firstDay + 8;
const start = instantOn(today, 8);
const minutesIn = (minutes: number) => start + minutes * 60_000;
const context = { settings: utcSettings, fuzz: true };
const due = applyReview(emptyCardState, reviewOn(firstDay, 4), exact);

function card(cardId: string, state: CardState | null = null, siblingGroup = cardId): QueueCard {
  return { cardId, siblingGroup, position: 0, state };
}

function session(...cards: QueueCard[]): SessionQueue {
  return startSession(cards, start, context);
}

function answer(cardId: string, grade: Grade, minutes: number, day = today): SessionAction {
  const reviewedAt = day === today ? minutesIn(minutes) : instantOn(day, 8) + minutes * 60_000;
  const id = `${cardId}@${reviewedAt}`;
  return { type: "record", event: reviewOn(day, grade, { id, cardId, reviewedAt }) };
}

function flag(cardId: string, kind: "suspend" | "bury" | "mark", minutes: number): SessionAction {
  const base = { id: `${kind} ${cardId}`, cardId, reviewedAt: minutesIn(minutes) };
  return {
    type: "record",
    event: kind === "bury" ? { ...base, kind, day: today } : { ...base, kind },
  };
}

function run(from: SessionQueue, ...actions: SessionAction[]): SessionQueue {
  return actions.reduce((state, action) => reduceSession(state, action, context), from);
}

/** What is shown after each action. */
function shown(from: SessionQueue, ...actions: SessionAction[]): (string | null)[] {
  return actions.map((_, index) => run(from, ...actions.slice(0, index + 1)).currentId);
}

describe("what comes next", () => {
  it("keeps the server's order", () => {
    const from = session(card("b", due), card("a"), card("c", due));
    expect(from.currentId).toBe("b");
    expect(shown(from, answer("b", 3, 0), answer("a", 4, 1), answer("c", 3, 2))).toEqual([
      "a",
      "c",
      null,
    ]);
  });

  it("a card answered Again comes back when its minute is over, before the rest", () => {
    const from = session(card("a"), card("b", due), card("c", due), card("d", due));
    const actions = [
      answer("a", 1, 0),
      answer("b", 3, 0.5),
      answer("c", 3, 1.5),
      answer("a", 3, 2),
    ];
    expect(shown(from, ...actions)).toEqual(["b", "c", "a", "d"]);
  });

  it("takes learning cards ahead, earliest first, when nothing else is left", () => {
    const from = session(card("a"), card("b"), card("c"));
    const actions = [answer("a", 3, 0), answer("b", 2, 0.1), answer("c", 4, 0.2)];
    expect(shown(from, ...actions)).toEqual(["b", "c", "b"]);
  });

  it("waits when the learn-ahead limit does not reach, and goes on when woken", () => {
    const settings = { ...utcSettings, learnAheadMinutes: 5 };
    const strict = { settings, fuzz: true };
    const waiting = reduceSession(session(card("a")), answer("a", 3, 0), strict);
    expect(waiting.currentId).toBeNull();
    expect(nextLearningAt(waiting, minutesIn(0), settings)).toBe(minutesIn(5));
    expect(
      reduceSession(waiting, { type: "wake", now: minutesIn(4.9) }, strict).currentId,
    ).toBeNull();
    expect(reduceSession(waiting, { type: "wake", now: minutesIn(5) }, strict).currentId).toBe("a");
  });

  it("does not take the card away that is being looked at", () => {
    const from = run(session(card("a"), card("b", due), card("c", due)), answer("a", 1, 0));
    expect(run(from, { type: "wake", now: minutesIn(30) }).currentId).toBe("b");
    expect(
      run(from, { type: "refill", cards: [card("d", due)], now: minutesIn(30) }).currentId,
    ).toBe("b");
  });
});

describe("counts", () => {
  it("follow each answer", () => {
    const from = session(card("a"), card("b", due), card("c"));
    const counts = (state: SessionQueue) => sessionCounts(state, minutesIn(1), utcSettings);
    expect(counts(from)).toEqual({ new: 2, learning: 0, due: 1 });
    expect(counts(run(from, answer("a", 1, 0)))).toEqual({ new: 1, learning: 1, due: 1 });
    expect(counts(run(from, answer("b", 1, 0)))).toEqual({ new: 2, learning: 1, due: 0 });
    expect(counts(run(from, answer("b", 3, 0)))).toEqual({ new: 2, learning: 0, due: 0 });
    expect(counts(run(from, flag("a", "bury", 0)))).toEqual({ new: 1, learning: 0, due: 1 });
  });
});

describe("bury, suspend, mark", () => {
  it.each(["bury", "suspend"] as const)("%s goes on to the next card and keeps it away", (kind) => {
    const from = session(card("a", due), card("b", due));
    expect(shown(from, flag("a", kind, 0), answer("b", 3, 1))).toEqual(["b", null]);
  });

  it("a suspended learning card does not come back", () => {
    const from = run(session(card("a")), answer("a", 1, 0), flag("a", "suspend", 1));
    expect(from.currentId).toBeNull();
    expect(run(from, { type: "wake", now: minutesIn(5) }).currentId).toBeNull();
  });

  it("mark stays on the card", () => {
    const marked = run(session(card("a", due), card("b", due)), flag("a", "mark", 0));
    expect(marked.currentId).toBe("a");
    expect(marked.cards.get("a")?.state?.marked).toBe(true);
  });

  it("neither mark nor what happens to another card takes the card away that is looked at", () => {
    const from = run(session(card("a"), card("b", due), card("c", due)), answer("a", 1, 0));
    expect(shown(from, flag("b", "mark", 2), flag("c", "suspend", 2))).toEqual(["b", "b"]);
  });

  it("suspending another card than the one shown only takes it out", () => {
    const from = run(session(card("a", due), card("b", due)), flag("b", "suspend", 0));
    expect(from.currentId).toBe("a");
    expect(run(from, answer("a", 3, 1)).currentId).toBeNull();
  });
});

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

it("ignores unknown cards and events recorded before (a double key press)", () => {
  const from = session(card("a"), card("b", due));
  expect(run(from, answer("x", 3, 0))).toBe(from);
  const once = run(from, answer("a", 1, 0));
  expect(run(once, answer("a", 1, 0))).toBe(once);
});
