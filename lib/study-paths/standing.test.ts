import { describe, expect, it } from "vitest";
import type { PathItem, PathWeek, Standing } from "#lib/study-paths/dto.ts";
import { emptyStanding, placeIn, sumStandings } from "#lib/study-paths/standing.ts";

const cards = (begun: number, all: number): Standing => ({ ...emptyStanding, cards: all, begun });
const lesson = (read: number, all: number): Standing => ({
  ...emptyStanding,
  sections: all,
  sectionsRead: read,
});

function weeksOf(...weeks: Standing[][]): PathWeek[] {
  return weeks.map((standings, index) => ({
    number: index + 1,
    title: `Week ${index + 1}`,
    goal: "To know.",
    standing: sumStandings(standings),
    items: standings.map(
      (standing, place): PathItem => ({
        id: `${index + 1}-${place + 1}`,
        kind: standing.sections > 0 ? "lesson" : "myth",
        title: "An item",
        path: "/",
        number: null,
        topic: { slug: "sample", name: "Sample" },
        minutes: null,
        standing,
      }),
    ),
  }));
}

function placeOf(...weeks: Standing[][]): string | null {
  const place = placeIn(weeksOf(...weeks));
  return place && `week ${place.week.number}, item ${place.next.id}`;
}

describe("placeIn", () => {
  it("is the first week with a card left, and the first thing left in it", () => {
    expect(placeOf([cards(3, 3), cards(0, 1)], [cards(0, 3)])).toBe("week 1, item 1-2");
    expect(placeOf([cards(3, 3)], [lesson(0, 4), cards(1, 3)])).toBe("week 2, item 2-1");
    expect(placeOf([cards(3, 3)], [lesson(4, 4), cards(1, 3)])).toBe("week 2, item 2-2");
  });

  it("is not held back by lessons that somebody leaves unread", () => {
    expect(placeOf([lesson(0, 4), cards(3, 3)], [cards(0, 3)])).toBe("week 2, item 2-1");
    expect(placeOf([lesson(1, 4), cards(3, 3)], [cards(3, 3)])).toBe("week 1, item 1-1");
  });

  it("is nowhere when nothing is left, or there is nothing to practise", () => {
    expect(placeOf([lesson(4, 4), cards(3, 3)], [cards(3, 3)])).toBeNull();
    expect(placeOf([emptyStanding])).toBeNull();
    expect(placeOf([])).toBeNull();
  });

  it("is nowhere without a person", () => {
    const weeks = weeksOf([cards(0, 3)]).map((week) => ({
      ...week,
      standing: null,
      items: week.items.map((item) => ({ ...item, standing: null })),
    }));
    expect(placeIn(weeks)).toBeNull();
  });
});
