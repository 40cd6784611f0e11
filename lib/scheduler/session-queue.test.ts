import { describe, expect, it } from "vitest";
import {
  nextLearningAt,
  reduceSession,
  type SessionQueue,
  sessionCounts,
} from "#lib/scheduler/session-queue.ts";
import {
  answer,
  card,
  due,
  flag,
  minutesIn,
  run,
  session,
  shown,
} from "#lib/scheduler/session-test-support.ts";
import { utcSettings } from "#lib/scheduler/test-support.ts";

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

it("ignores unknown cards and events recorded before (a double key press)", () => {
  const from = session(card("a"), card("b", due));
  expect(run(from, answer("x", 3, 0))).toBe(from);
  const once = run(from, answer("a", 1, 0));
  expect(run(once, answer("a", 1, 0))).toBe(once);
});
