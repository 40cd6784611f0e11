import { route } from "#lib/http.ts";
import { ownEventsOnly } from "#lib/reviews/own-events-only.ts";
import { recordRequestSchema } from "#lib/reviews/parse-event.ts";
import { recordResponse } from "#lib/reviews/record-response.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";

export const POST = route(
  { body: recordRequestSchema, maxBodyBytes: 512 * 1024, perMinute: 30_000 },
  async ({ actor, body }) => {
    await ownEventsOnly(actor, body.userId);
    return recordResponse(await recordReviews(actor, body.events, new Date()));
  },
);
