import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect } from "@playwright/test";
import type { DueCard, DueResponse } from "#lib/reviews/due-schema.ts";
import type { EventResult } from "#lib/reviews/schema.ts";

const msPerDay = 86_400_000;

export interface SentReview {
  id: string;
  cardId: string;
  grade: number;
  reviewedAt: string;
  durationMs: number;
  ticks?: string[];
}

/** A review as a client sends it. */
export function review(cardId: string, grade: number, daysAgo = 0): SentReview {
  const reviewedAt = new Date(Date.now() - daysAgo * msPerDay).toISOString();
  return { id: randomUUID(), cardId, grade, reviewedAt, durationMs: 4000 };
}

/** What is due, or the cards of one item. */
export async function listDue(request: APIRequestContext, item?: string): Promise<DueResponse> {
  const response = await request.get(`/api/cards/due?limit=100${item ? `&item=${item}` : ""}`);
  expect(response.status()).toBe(200);
  return (await response.json()) as DueResponse;
}

export async function send(
  request: APIRequestContext,
  events: readonly unknown[],
): Promise<{ results: EventResult[] }> {
  const response = await request.post("/api/reviews", { data: { events } });
  expect(response.status(), await response.text()).toBe(200);
  return (await response.json()) as { results: EventResult[] };
}

/** Reviews of some days ago that make the first `count` new cards due today. @returns those cards */
export async function makeDue(request: APIRequestContext, count: number): Promise<DueCard[]> {
  const { cards } = await listDue(request);
  const chosen = cards.slice(0, count);
  expect(chosen).toHaveLength(count);
  await send(
    request,
    chosen.map(({ id }, index) => review(id, 4, 30 + index)),
  );
  return chosen;
}

/** A due card that was forgotten seven times: the next time it is called a leech. */
export async function makeNearlyLeech(request: APIRequestContext): Promise<DueCard> {
  const { cards } = await listDue(request);
  const [card] = cards;
  if (!card) throw new Error("there is no new card");
  const lapses = [350, 300, 250, 200, 150, 100, 50].flatMap((daysAgo) => [
    review(card.id, 1, daysAgo),
    review(card.id, 3, daysAgo - 0.01),
  ]);
  await send(request, [review(card.id, 4, 400), ...lapses]);
  return card;
}
