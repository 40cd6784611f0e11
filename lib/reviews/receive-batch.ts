import { ownEventsOnly } from "#lib/reviews/own-events-only.ts";
import type { RecordRequest } from "#lib/reviews/parse-event.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import type { EventResult } from "#lib/reviews/schema.ts";
import { type ClaimedActor, requireActor } from "#lib/session.ts";

/**
 * Takes in what a browser sent. Recording asks by itself whether the session still stands; a batch
 * that does not get that far, or that was kept under another account, is asked beforehand.
 * @throws AppError UNAUTHENTICATED; CONFLICT when the events are somebody else's.
 */
export async function receiveBatch(
  claimed: ClaimedActor,
  { userId, events }: RecordRequest,
  receivedAt: Date,
): Promise<EventResult[]> {
  const isOwn = userId === undefined || userId === claimed.userId;
  if (isOwn && events.some(({ readable }) => readable)) {
    return recordReviews(claimed, events, receivedAt);
  }
  const actor = await requireActor();
  await ownEventsOnly(actor, userId);
  return recordReviews(actor, events, receivedAt);
}
