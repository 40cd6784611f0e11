import { expect, test } from "vitest";
import { traceCard } from "#lib/progress/trace-card.ts";
import type { CardEvent, Grade } from "#lib/scheduler/events.ts";
import { foldCard } from "#lib/scheduler/fold.ts";

const parameters = { maximumIntervalDays: 36_500, fuzz: false };
const msPerDay = 86_400_000;

function review(id: string, day: number, grade: Grade): CardEvent {
  const reviewedAt = day * msPerDay + 43_200_000;
  return {
    id,
    cardId: "c",
    kind: "review",
    grade,
    reviewedAt,
    day,
    desiredRetention: 0.9,
    durationMs: 5000,
  };
}

const events: CardEvent[] = [
  review("a", 100, 4),
  review("b", 108, 1),
  { id: "u", cardId: "c", kind: "undo", targetId: "b", reviewedAt: 108 * msPerDay + 43_201_000 },
  review("c", 108, 3),
  { id: "m", cardId: "c", kind: "mark", reviewedAt: 109 * msPerDay },
];

test("ends in the state that the fold gives", () => {
  expect(traceCard(events, parameters, 110).state).toEqual(foldCard(events, parameters));
});

test("tells each event with what it found and left, the latest first", () => {
  const { entries } = traceCard(events, parameters, 110);
  expect(entries.map(({ id, undone }) => [id, undone])).toEqual([
    ["m", false],
    ["c", false],
    ["b", true],
    ["a", false],
  ]);
  const [, answered, , first] = entries;
  // FSRS-6 defaults: a first Easy has stability 8.2956, so 8 days; recall after 8 of 8.3 days is just over 0.9.
  expect(first?.review).toMatchObject({ predicted: null, intervalDays: 8 });
  expect(first?.review?.stability).toBeCloseTo(8.2956, 3);
  expect(answered?.review?.predicted).toBeGreaterThan(0.9);
  expect(answered?.review?.predicted).toBeLessThan(0.91);
});

test("the curve starts each stretch at certainty, and goes on to the due day", () => {
  const { curve, state } = traceCard(events, parameters, 110);
  expect(new Set(curve.map(({ stretch }) => stretch))).toEqual(new Set([1, 2]));
  expect(curve[0]).toEqual({ stretch: 1, day: 100, recall: 1 });
  expect(curve.at(-1)?.day).toBe(state.dueDay);
});
