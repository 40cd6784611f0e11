import { describe, expect, it } from "vitest";
import { isLeechNotice } from "#lib/scheduler/leech.ts";
import { afterGrades } from "#lib/scheduler/test-support.ts";

describe("leech", () => {
  it("is told at 8 lapses and at every fourth from there", () => {
    const told = Array.from({ length: 21 }, (_, lapses) => lapses).filter(isLeechNotice);
    expect(told).toEqual([8, 12, 16, 20]);
  });

  it("is a flag of the state from the eighth lapse on", () => {
    const lapse = [
      [1, 1],
      [3, 0],
    ] as const;
    const lapsed = (times: number) =>
      afterGrades([[4, 0], ...Array.from({ length: times }, () => lapse).flat()]);
    expect([lapsed(7).lapses, lapsed(7).leech]).toEqual([7, false]);
    expect([lapsed(8).lapses, lapsed(8).leech]).toEqual([8, true]);
    expect(lapsed(9).leech).toBe(true);
  });
});
