import { expect, test } from "vitest";
import { foldHistory } from "#lib/reviews/fold-history.ts";
import type { CardEvent } from "#lib/scheduler/events.ts";

const at = Date.UTC(2026, 0, 5, 12);
const review: CardEvent = {
  ...{ kind: "review", id: "a", cardId: "card", reviewedAt: at, day: 20_458 },
  ...{ grade: 3, desiredRetention: 0.9, durationMs: 1000 },
};
const undo = (id: string, seconds: number): CardEvent => ({
  ...{ kind: "undo", id, cardId: "card", targetId: "a" },
  reviewedAt: at + seconds * 1000,
});

test("two devices take the same answer back: the first is noted, in whatever order they are read", () => {
  const events = [review, undo("z", 1), undo("b", 2)];
  for (const order of [events, events.toReversed()]) {
    const { derivedById } = foldHistory(order, { maximumIntervalDays: 36_500, fuzz: true });
    expect(derivedById.get("a")?.undoneById).toBe("z");
  }
});
