import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import { buildQueue, type QueueCard, type QueueInput } from "#lib/scheduler/queue.ts";
import { applyReview } from "#lib/scheduler/step.ts";
import { exact, firstDay, instantOn, reviewOn, utcSettings } from "#lib/scheduler/test-support.ts";

const today = firstDay + 8;
const now = instantOn(today, 8);

/** In review since `daysAgo` with the stability a first Good, or Easy, gives. */
function inReview(daysAgo: number, grade: 3 | 4 = 4): CardState {
  const day = today - daysAgo;
  const first = applyReview(emptyCardState, reviewOn(day, grade), exact);
  return grade === 4 ? first : applyReview(first, reviewOn(day, grade), exact);
}

/** In the first learning step, due so many minutes from now (10 after the answer). */
function learningDueIn(minutes: number): CardState {
  const reviewedAt = now + (minutes - 10) * 60_000;
  return applyReview(emptyCardState, reviewOn(today, 3, { reviewedAt }), exact);
}

function card(cardId: string, state: CardState | null, rest: Partial<QueueCard> = {}): QueueCard {
  return { cardId, siblingGroup: `group of ${cardId}`, position: 0, state, ...rest };
}

function queueOf(cards: QueueCard[], rest: Partial<QueueInput<QueueCard>> = {}) {
  return buildQueue({
    cards,
    now,
    settings: utcSettings,
    newIntroducedToday: 0,
    reviewsDoneToday: 0,
    siblingGroupsSeenToday: new Set(),
    ...rest,
  });
}

const idsOf = (...input: Parameters<typeof queueOf>) =>
  queueOf(...input).entries.map(({ card: { cardId } }) => cardId);

const many = (count: number, prefix: string, state: CardState | null) =>
  Array.from({ length: count }, (_, index) =>
    card(`${prefix}${index + 1}`, state, { position: index }),
  );

describe("order", () => {
  it("learning due now, then reviews with new cards among them, then learning ahead", () => {
    const cards = [
      card("ahead", learningDueIn(9)),
      card("new", null),
      card("review", inReview(10)),
      card("learning", learningDueIn(-1)),
    ];
    expect(idsOf(cards)).toEqual(["learning", "review", "new", "ahead"]);
    expect(queueOf(cards).counts).toEqual({ new: 1, learning: 2, due: 1 });
  });

  it("reviews from the least likely recalled", () => {
    const cards = [
      card("strong", inReview(9)),
      card("weak", inReview(9, 3)),
      card("overdue longer", inReview(20)),
    ];
    expect(idsOf(cards)).toEqual(["weak", "overdue longer", "strong"]);
  });

  it("learning cards by their time", () => {
    const cards = [2, -3, 5, -1].map((minutes) => card(`${minutes}`, learningDueIn(minutes)));
    expect(idsOf(cards)).toEqual(["-3", "-1", "2", "5"]);
  });

  it("new cards by position, whatever the order they come in", () => {
    const cards = [
      card("b", null, { position: 3 }),
      card("c", null, { position: 1 }),
      card("a", null, { position: 2 }),
    ];
    expect(idsOf(cards)).toEqual(["c", "a", "b"]);
  });

  it("new cards spread evenly among reviews", () => {
    const pattern = (reviews: number, fresh: number) =>
      idsOf([...many(reviews, "r", inReview(9)), ...many(fresh, "n", null)])
        .map((id) => id[0])
        .join("");
    expect(pattern(4, 4)).toBe("rnrnrnrn");
    expect(pattern(6, 2)).toBe("rrnrrnrr");
    expect(pattern(2, 6)).toBe("nnrnnrnn");
    expect(pattern(0, 3)).toBe("nnn");
    expect(pattern(3, 0)).toBe("rrr");
  });
});

describe("what is left out", () => {
  it("reviews that are not due yet, until the day turns", () => {
    const cards = [card("tomorrow", inReview(7))];
    expect(idsOf(cards)).toEqual([]);
    expect(idsOf(cards, { now: instantOn(today, 23.9) })).toEqual([]);
    expect(idsOf(cards, { now: instantOn(today + 1, 0) })).toEqual(["tomorrow"]);
  });

  it("suspended cards, and buried ones until their day", () => {
    const due = inReview(9);
    const cards = [
      card("suspended", { ...due, suspended: true }),
      card("suspended new", { ...emptyCardState, suspended: true }),
      card("suspended learning", { ...learningDueIn(-1), suspended: true }),
      card("buried", { ...due, buriedUntilDay: today + 1 }),
      card("back", { ...due, buriedUntilDay: today }),
    ];
    expect(idsOf(cards)).toEqual(["back"]);
  });

  it("what exceeds the day's limits, learning cards excepted", () => {
    const settings = { ...utcSettings, newPerDay: 3, reviewsPerDay: 4 };
    const cards = [
      ...many(6, "r", inReview(9)),
      ...many(6, "n", null),
      ...many(6, "l", learningDueIn(-1)),
    ];
    expect(queueOf(cards, { settings }).counts).toEqual({ new: 3, learning: 6, due: 4 });
    const done = { settings, newIntroducedToday: 2, reviewsDoneToday: 9 };
    expect(queueOf(cards, done).counts).toEqual({ new: 1, learning: 6, due: 0 });
  });

  it("learning cards further off than the learn-ahead limit, whose time is told", () => {
    const cards = [card("soon", learningDueIn(4)), card("later", learningDueIn(9))];
    const queue = queueOf(cards, { settings: { ...utcSettings, learnAheadMinutes: 5 } });
    expect(queue.entries.map((entry) => entry.card.cardId)).toEqual(["soon"]);
    expect(queue.nextLearningAt).toBe(now + 9 * 60_000);
    expect(queueOf(cards).nextLearningAt).toBeNull();
  });
});

describe("siblings", () => {
  const sibling = { siblingGroup: "docker-44" };

  it("only one of a question's cards is shown, a due one before a new one", () => {
    const cards = [
      card("new", null, sibling),
      card("recalled better", inReview(9), sibling),
      card("recalled worse", inReview(9, 3), sibling),
    ];
    expect(idsOf(cards)).toEqual(["recalled worse"]);
  });

  it("hides them all when one was answered today or is being learnt", () => {
    const cards = [card("new", null, sibling), card("due", inReview(9), sibling)];
    expect(idsOf(cards, { siblingGroupsSeenToday: new Set(["docker-44"]) })).toEqual([]);
    const learning = card("learning", learningDueIn(30), sibling);
    expect(idsOf([...cards, learning])).toEqual([]);
  });

  it("never hides a learning card", () => {
    const cards = [card("a", learningDueIn(-2), sibling), card("b", learningDueIn(-1), sibling)];
    expect(idsOf(cards, { siblingGroupsSeenToday: new Set(["docker-44"]) })).toEqual(["a", "b"]);
  });

  it("a suspended sibling hides nothing, and a hidden one does not use up the limit", () => {
    const settings = { ...utcSettings, newPerDay: 2 };
    const cards = [
      card("suspended", { ...inReview(9), suspended: true }, sibling),
      card("first", null, { ...sibling, position: 1 }),
      card("hidden", null, { ...sibling, position: 2 }),
      card("second", null, { position: 3 }),
    ];
    expect(idsOf(cards, { settings })).toEqual(["first", "second"]);
  });
});

describe("any cards", () => {
  const arbitraryState: fc.Arbitrary<CardState | null> = fc
    .tuple(
      fc.oneof(
        fc.constant(null),
        fc
          .tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom<3 | 4>(3, 4))
          .map((how) => inReview(...how)),
        fc.integer({ min: -60, max: 60 }).map(learningDueIn),
      ),
      fc.boolean(),
      fc.option(fc.integer({ min: -1, max: 1 })),
    )
    .map(([state, suspended, buried]) =>
      state === null
        ? null
        : { ...state, suspended, buriedUntilDay: buried === null ? null : today + buried },
    );
  const arbitraryCards = fc
    .array(fc.tuple(arbitraryState, fc.integer({ min: 0, max: 9 })), { maxLength: 40 })
    .map((items) =>
      items.map(([state, group], index) =>
        card(`c${index}`, state, { siblingGroup: `g${group}`, position: index % 7 }),
      ),
    );
  const limit = fc.integer({ min: 0, max: 6 });

  it("never two siblings, never beyond a limit, each card once, counts that add up", () => {
    const seen = fc.subarray(["g0", "g1", "g2"]);
    fc.assert(
      fc.property(
        arbitraryCards,
        limit,
        limit,
        limit,
        limit,
        seen,
        (cards, newPerDay, reviewsPerDay, introduced, done, groups) => {
          const { entries, counts } = queueOf(cards, {
            settings: { ...utcSettings, newPerDay, reviewsPerDay },
            newIntroducedToday: introduced,
            reviewsDoneToday: done,
            siblingGroupsSeenToday: new Set(groups),
          });
          const ofKind = (kind: string) => entries.filter((entry) => entry.kind === kind);
          const groupsOf = (kind: string) => ofKind(kind).map((entry) => entry.card.siblingGroup);
          const limited = [...groupsOf("new"), ...groupsOf("due")];
          expect(new Set(limited).size).toBe(limited.length);
          const taken = new Set([...groups, ...groupsOf("learning")]);
          expect(limited.filter((group) => taken.has(group))).toEqual([]);
          expect(counts.new).toBeLessThanOrEqual(Math.max(0, newPerDay - introduced));
          expect(counts.due).toBeLessThanOrEqual(Math.max(0, reviewsPerDay - done));
          expect(new Set(entries.map((entry) => entry.card.cardId)).size).toBe(entries.length);
          expect(counts).toEqual({
            new: ofKind("new").length,
            learning: ofKind("learning").length,
            due: ofKind("due").length,
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it("the order in which the cards come does not matter", () => {
    const shuffled = arbitraryCards.chain((cards) =>
      fc.tuple(fc.constant(cards), fc.shuffledSubarray(cards, { minLength: cards.length })),
    );
    fc.assert(
      fc.property(shuffled, ([cards, others]) => {
        expect(idsOf(others)).toEqual(idsOf(cards));
      }),
    );
  });
});
