import type { CardSpec } from "#lib/content/cards.ts";
import { type CardState, emptyCardState } from "#lib/scheduler/card-state.ts";
import type { CardChange, Grade } from "#lib/scheduler/events.ts";
import type { SchedulerSettings } from "#lib/scheduler/parameters.ts";
import { buildQueue, type QueueCard } from "#lib/scheduler/queue.ts";
import { reduceSession, type SessionQueue, startSession } from "#lib/scheduler/session-queue.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";

/** A card as far as somebody who practises it matters. */
export interface DemoCard extends QueueCard {
  /** The same in every database. */
  name: string;
  kind: CardSpec["kind"];
  key: string;
  versionId: string;
  /** Ids of its must-say points; only questions have some. */
  points: string[];
}

/** One sitting, run by the same queue and session that the browser runs. */
export class Sitting {
  readonly events: object[] = [];
  now: number;
  #session: SessionQueue<DemoCard>;
  readonly #settings: SchedulerSettings;
  readonly #day: number;
  readonly #nextId: () => string;
  readonly #sessionId: string;

  constructor(
    cards: readonly DemoCard[],
    now: number,
    settings: SchedulerSettings,
    nextId: () => string,
  ) {
    this.now = now;
    this.#settings = settings;
    this.#day = studyDay(now, settings.timeZone, settings.dayStartsAtHour);
    this.#nextId = nextId;
    this.#sessionId = nextId();
    const nothingYet = {
      newIntroducedToday: 0,
      reviewsDoneToday: 0,
      siblingGroupsSeenToday: new Set<string>(),
    };
    const { entries } = buildQueue({ cards, now, settings, ...nothingYet });
    this.#session = startSession(
      entries.map(({ card }) => card),
      now,
      this.#context(),
    );
  }

  cards(): Iterable<DemoCard> {
    return this.#session.cards.values();
  }

  current(): DemoCard | undefined {
    return this.#session.currentId === null
      ? undefined
      : this.#session.cards.get(this.#session.currentId);
  }

  stateOf({ cardId }: DemoCard): CardState {
    return this.#session.cards.get(cardId)?.state ?? emptyCardState;
  }

  review(card: DemoCard, grade: Grade, shown: { durationMs: number }): void {
    this.now += shown.durationMs;
    const event = this.#event(card, "review");
    const { desiredRetention } = this.#settings;
    const review = {
      ...event,
      kind: "review" as const,
      grade,
      day: this.#day,
      desiredRetention,
      durationMs: shown.durationMs,
    };
    this.#send({ ...event, grade, ...shown }, review);
  }

  flag(card: DemoCard, kind: "suspend" | "mark"): void {
    this.now += 3000;
    const event = this.#event(card, kind);
    this.#send(event, { ...event, kind });
  }

  takeBack(card: DemoCard): void {
    this.now += 1500;
    const targetId = this.#session.history.at(-1)?.eventId;
    this.events.push(toSent({ ...this.#event(card, "undo"), targetId }));
    this.#session = reduceSession(this.#session, { type: "undo" }, this.#context());
  }

  #context() {
    return { settings: this.#settings, fuzz: true };
  }

  #event({ cardId }: DemoCard, kind: string) {
    return { id: this.#nextId(), cardId, kind, sessionId: this.#sessionId, reviewedAt: this.now };
  }

  #send(sent: { reviewedAt: number } & Record<string, unknown>, change: CardChange): void {
    this.events.push(toSent(sent));
    this.#session = reduceSession(
      this.#session,
      { type: "record", event: change },
      this.#context(),
    );
  }
}

/** As it goes over the wire: times as ISO text. */
function toSent<T extends { reviewedAt: number }>(event: T) {
  return { ...event, reviewedAt: new Date(event.reviewedAt).toISOString() };
}
