import type { Metadata } from "next";
import { z } from "zod";
import { ReviewSession } from "#components/review/review-session.tsx";
import { StartGuest } from "#components/review/start-guest.tsx";
import { stableIdSchema } from "#lib/content/schema.ts";
import { findActor } from "#lib/session.ts";

export const metadata: Metadata = { title: "Review", robots: { index: false } };

const searchSchema = z.object({
  item: stableIdSchema.optional().catch(undefined),
  topic: stableIdSchema.optional().catch(undefined),
  week: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
});

interface ReviewPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ReviewPage({ searchParams }: ReviewPageProps) {
  const { item, week, topic } = searchSchema.parse(await searchParams);
  const actor = await findActor();
  if (!actor) return <StartGuest />;
  const scope = { item, week, topic };
  return <ReviewSession userId={actor.userId} isGuest={actor.isGuest} {...scope} />;
}
