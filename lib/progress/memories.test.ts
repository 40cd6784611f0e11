import { expect, test } from "vitest";
import { settleToday } from "#lib/progress/get-today.ts";
import { memoryByTopic } from "#lib/progress/memories.ts";
import { foldCard } from "#lib/scheduler/fold.ts";
import { defaultSettings } from "#lib/scheduler/parameters.ts";

const settings = { ...defaultSettings, timeZone: "UTC" };
const state = foldCard(
  [
    {
      id: "a",
      cardId: "c",
      kind: "review",
      grade: 4,
      reviewedAt: 0,
      day: 100,
      desiredRetention: 0.9,
      durationMs: 1,
    },
  ],
  { maximumIntervalDays: 36_500, fuzz: false },
);
const topic = { slug: "docker", name: "Docker" };

test("cards fall into the band of their predicted recall", () => {
  const memories = [{ topicSlug: "docker", rung: "brief" as const, state }];
  const untouched = [
    { topic, rung: "brief" as const, total: 3, untouched: 2 },
    { topic, rung: null, total: 5, untouched: 4 },
  ];
  const on = (today: number) => memoryByTopic(memories, untouched, { settings, today })[0];
  expect(on(100)).toMatchObject({ bands: [0, 0, 0, 0, 1], started: 1, notStarted: 6, expected: 1 });
  expect(on(100)?.rungs.brief).toEqual({ known: 1, total: 3 });
  // Stability 8.2956: 0.9 after 8.3 days; (1 + factor·20/8.2956)^−0.1542 = 0.842 after 20; 0.616 after 200.
  expect(on(120)).toMatchObject({ bands: [0, 0, 0, 1, 0] });
  expect(on(300)).toMatchObject({ bands: [0, 1, 0, 0, 0] });
  expect(on(300)?.rungs.brief.known).toBe(0);
});

test("what is held back today counts for tomorrow", () => {
  const days = [18, 10, 3].map((due, day) => ({ day, due }));
  expect(settleToday(days, 17).map(({ due }) => due)).toEqual([17, 11, 3]);
  expect(settleToday(days, 20).map(({ due }) => due)).toEqual([18, 10, 3]);
});
