import type { PathPlace, PathWeek, Standing } from "#lib/study-paths/dto.ts";

/** How far one is with what was never touched and holds nothing. */
export const emptyStanding: Standing = {
  cards: 0,
  begun: 0,
  expected: 0,
  sections: 0,
  sectionsRead: 0,
};

/** Several standings as one. */
export function sumStandings(standings: readonly Standing[]): Standing {
  return standings.reduce(
    (sum, each) => ({
      cards: sum.cards + each.cards,
      begun: sum.begun + each.begun,
      expected: sum.expected + each.expected,
      sections: sum.sections + each.sections,
      sectionsRead: sum.sectionsRead + each.sectionsRead,
    }),
    emptyStanding,
  );
}

function isBegun({ cards, begun, sections, sectionsRead }: Standing): boolean {
  return begun >= cards && sectionsRead >= sections;
}

/**
 * The first week that holds something with a card never answered or a section never read, and the first
 * such thing in it; null without a person, or when there is nothing left.
 */
export function placeIn(weeks: readonly PathWeek[]): PathPlace | null {
  for (const { number, title, standing, items } of weeks) {
    const next = items.find((item) => item.standing && !isBegun(item.standing));
    if (next) return { week: { number, title, standing }, next };
  }
  return null;
}
