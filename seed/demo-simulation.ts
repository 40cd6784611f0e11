import { createHash } from "node:crypto";
import type { Grade } from "#lib/scheduler/events.ts";
import { isLeech } from "#lib/scheduler/leech.ts";
import type { SchedulerSettings } from "#lib/scheduler/parameters.ts";
import { retrievability } from "#lib/scheduler/retrievability.ts";
import { startOfStudyDay } from "#lib/scheduler/study-day.ts";
import { type DemoCard, Sitting } from "#seed/demo-sitting.ts";

/** What one sitting would send, in order, and when it ended. */
export interface DemoSession {
  events: object[];
  endedAt: number;
}

const msPerHour = 3_600_000;
/** Days on which the candidate was away: a long weekend in the fourth week. */
const awayDays = new Set([24, 25, 26, 27]);
const skipChance = 0.1;
const longestSession = 60;
const marksEvery = 400;
/** Which of the facts is never remembered. */
const leechIndex = 4;
/** Answers after which a grade was wrong, taken back, and given again. */
const slips = new Set([150, 700]);

/** mulberry32 by Tommy Ettinger (public domain): small, seeded, good enough to pretend. */
function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const secondsByKey: Readonly<Record<string, number>> = {
  "super-brief": 38,
  brief: 105,
  detailed: 230,
  fact: 11,
  myth: 24,
  decision: 52,
};

/**
 * A person who practises for some weeks. What they recall falls along the FSRS curve, but they are not
 * the model: every card suits them a little better or worse than it expects.
 */
export class DemoCandidate {
  readonly #random: () => number;
  readonly #settings: SchedulerSettings;
  readonly #cards: Map<string, DemoCard>;
  readonly #leechId: string | undefined;
  #answers = 0;
  #ids = 0;

  constructor(cards: readonly DemoCard[], settings: SchedulerSettings, seed: number) {
    this.#random = randomSource(seed);
    this.#settings = settings;
    this.#cards = new Map(cards.map((card) => [card.cardId, card]));
    this.#leechId = cards.filter(({ kind }) => kind === "fact").at(leechIndex)?.cardId;
  }

  /** All sittings of the study days from `firstDay` up to, not including, `today`. */
  practise(firstDay: number, today: number): DemoSession[] {
    const sessions: DemoSession[] = [];
    for (let day = firstDay; day < today; day += 1) {
      const isAway = awayDays.has(day - firstDay) || this.#random() < skipChance;
      const mustPractise = day === firstDay || day === today - 1;
      if (isAway && !mustPractise) continue;
      const session = this.#sit(day);
      if (session.events.length > 0) sessions.push(session);
    }
    return sessions;
  }

  #sit(day: number): DemoSession {
    const { timeZone, dayStartsAtHour } = this.#settings;
    const evening =
      startOfStudyDay(day, timeZone, dayStartsAtHour).getTime() +
      (14.5 + 2.5 * this.#random()) * msPerHour;
    const sitting = new Sitting(
      [...this.#cards.values()],
      Math.round(evening),
      this.#settings,
      () => this.#id(),
    );
    for (let count = 0; count < longestSession; count += 1) {
      const card = sitting.current();
      if (!card) break;
      this.#answer(sitting, card, day);
    }
    for (const card of sitting.cards()) this.#cards.set(card.cardId, card);
    return { events: sitting.events, endedAt: sitting.now };
  }

  #answer(sitting: Sitting, card: DemoCard, day: number): void {
    const grade = this.#grade(card, day);
    const durationMs = this.#durationMs(card);
    const shown = { durationMs, versionId: card.versionId, ...this.#ticks(card, grade) };
    this.#answers += 1;
    if (slips.has(this.#answers)) {
      sitting.review(card, grade === 1 ? 3 : 1, shown);
      sitting.takeBack(card);
    }
    sitting.review(card, grade, shown);
    const { lapses, suspended } = sitting.stateOf(card);
    if (isLeech(lapses) && !suspended) sitting.flag(card, "suspend");
    if (this.#answers % marksEvery === 90) sitting.flag(card, "mark");
  }

  #grade({ cardId, name, state }: DemoCard, day: number): Grade {
    const luck = this.#random();
    const ease = this.#random();
    // Never easy, so that it comes back, and is forgotten, often enough for a leech.
    if (cardId === this.#leechId && state === null) return 1;
    if (state === null || state.phase === "new")
      return luck < 0.3 ? 1 : luck < 0.45 ? 2 : luck < 0.92 ? 3 : 4;
    if (state.phase !== "review") return luck < 0.07 ? 1 : luck < 0.17 ? 2 : 3;
    if (cardId === this.#leechId) return 1;
    const expected = retrievability(state, day, this.#settings) ?? 1;
    const odds = Math.log(expected / Math.max(1e-3, 1 - expected)) + suitability(name);
    if (luck > 1 / (1 + Math.exp(-odds))) return 1;
    return ease < 0.15 ? 2 : ease < 0.87 ? 3 : 4;
  }

  #durationMs({ kind, key }: DemoCard): number {
    const seconds = secondsByKey[kind === "question" ? key : kind] ?? 20;
    return Math.round(seconds * 1000 * Math.exp((this.#random() + this.#random() - 1) * 0.7));
  }

  #ticks({ points }: DemoCard, grade: Grade): { ticks: string[] | null; hintsUsed: number } {
    if (points.length === 0) return { ticks: null, hintsUsed: 0 };
    const chance = [0, 0.3, 0.6, 0.86, 0.97][grade] ?? 0;
    return {
      ticks: points.filter(() => this.#random() < chance),
      hintsUsed: grade <= 2 && this.#random() < 0.5 ? 1 : 0,
    };
  }

  /** A UUID that depends on nothing but how many were made before. */
  #id(): string {
    this.#ids += 1;
    const hex = createHash("sha256").update(`whetstone demo ${this.#ids}`).digest("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  }
}

/** How much better than expected a card is remembered, in log-odds: between −0.45 and 0.95, the same every time. */
function suitability(name: string): number {
  const [first = 0, second = 0] = createHash("sha256").update(name).digest();
  return ((first + second) / 510) * 1.4 - 0.45;
}
