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

const hasCardsLeft = ({ cards, begun }: Standing) => begun < cards;
const hasSectionsLeft = ({ sections, sectionsRead }: Standing) => sectionsRead < sections;

/**
 * Where somebody is: the first week with a card that was never answered, for that is where new cards come
 * from; when there is none, the first with a section of a lesson left to read. With it the first item that
 * has either left. Null without a person, or when there is nothing left at all.
 */
export function placeIn(weeks: readonly PathWeek[]): PathPlace | null {
  const reached =
    weeks.find(({ standing }) => standing && hasCardsLeft(standing)) ??
    weeks.find(({ standing }) => standing && hasSectionsLeft(standing));
  const next = reached?.items.find(
    ({ standing }) => standing && (hasCardsLeft(standing) || hasSectionsLeft(standing)),
  );
  if (!reached || !next) return null;
  const { number, title, standing } = reached;
  return { week: { number, title, standing }, next };
}
