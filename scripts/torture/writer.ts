import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

/*
 * A device that practises: it sends batches and, like the outbox of the browser, sends a batch again
 * until it is acknowledged, whatever happens meanwhile.
 */

export interface Person {
  userId: string;
  cookie: string;
}

export interface SentEvent {
  id: string;
  cardId: string;
  [field: string]: unknown;
}

/** What the devices of one person were promised. */
export interface Promised {
  sent: Set<string>;
  acknowledged: Set<string>;
}

/** What happened to all requests together. */
export interface Tally {
  answered: number;
  /** Acknowledged a second time: the first answer was lost on the way, or it was sent twice on purpose. */
  duplicates: number;
  /** By status, or by what cut the connection. */
  failures: Record<string, number>;
  /** Answers that no failure explains. */
  wrong: string[];
}

const answerSchema = z.object({
  results: z.array(z.object({ id: z.string(), status: z.string(), reason: z.string().optional() })),
});

const pick = <T>(list: readonly T[]): T | undefined =>
  list[Math.floor(Math.random() * list.length)];

function makeBatch(cardIds: readonly string[], earlier: readonly SentEvent[]): SentEvent[] {
  const size = 1 + Math.floor(Math.random() * 5);
  return Array.from({ length: size }, () => {
    // Up to a minute late, so that some events have to be folded in before others.
    const reviewedAt = new Date(Date.now() - Math.floor(Math.random() * 60_000)).toISOString();
    const base = { id: randomUUID(), reviewedAt };
    const target = pick(earlier);
    const chance = Math.random();
    if (target && chance < 0.1)
      return { ...base, kind: "undo", cardId: target.cardId, targetId: target.id };
    const cardId = pick(cardIds) ?? "";
    if (chance < 0.15) return { ...base, kind: "mark", cardId };
    return {
      ...base,
      kind: "review",
      cardId,
      grade: 1 + Math.floor(Math.random() * 4),
      durationMs: 3000,
    };
  });
}

export class Writer {
  readonly #url: string;
  readonly #person: Person;
  readonly #promised: Promised;
  readonly #tally: Tally;

  constructor(url: string, person: Person, promised: Promised, tally: Tally) {
    this.#url = url;
    this.#person = person;
    this.#promised = promised;
    this.#tally = tally;
  }

  /** Practises until told to stop, then until the last batch is acknowledged. */
  async practise(cardIds: readonly string[], mayGoOn: () => boolean): Promise<void> {
    const earlier: SentEvent[] = [];
    while (mayGoOn()) {
      const batch = makeBatch(cardIds, earlier);
      for (const { id } of batch) this.#promised.sent.add(id);
      await this.#deliver(batch);
      if (Math.random() < 0.1) await this.#deliver(batch);
      earlier.push(...batch.filter(({ kind }) => kind === "review"));
      if (earlier.length > 50) earlier.splice(0, earlier.length - 50);
    }
  }

  async #deliver(batch: readonly SentEvent[]): Promise<void> {
    while (!(await this.#post(batch))) await sleep(50);
  }

  async #post(batch: readonly SentEvent[]): Promise<boolean> {
    const { cookie } = this.#person;
    try {
      const response = await fetch(`${this.#url}/api/reviews`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie },
        body: JSON.stringify({ events: batch }),
        signal: AbortSignal.timeout(15_000),
      });
      const text = await response.text();
      if (response.status === 200) return this.#note(batch, text);
      if (response.status < 500) this.#tally.wrong.push(`${response.status} ${text.slice(0, 200)}`);
      this.#fail(String(response.status));
    } catch (error) {
      this.#fail(
        error instanceof Error
          ? error.cause instanceof Error
            ? nameOf(error.cause)
            : error.name
          : "unknown",
      );
    }
    return false;
  }

  #note(batch: readonly SentEvent[], text: string): boolean {
    const { results } = answerSchema.parse(JSON.parse(text));
    this.#tally.answered += 1;
    results.forEach(({ id, status, reason }, index) => {
      if (id !== batch[index]?.id || (status !== "applied" && status !== "duplicate"))
        this.#tally.wrong.push(`${status} ${reason ?? id}`);
      if (status === "duplicate") this.#tally.duplicates += 1;
      this.#promised.acknowledged.add(id);
    });
    return true;
  }

  #fail(reason: string): void {
    this.#tally.failures[reason] = (this.#tally.failures[reason] ?? 0) + 1;
  }
}

function nameOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
}
