import { claimedRoute } from "#lib/http.ts";
import { recordRequestSchema } from "#lib/reviews/parse-event.ts";
import { receiveBatch } from "#lib/reviews/receive-batch.ts";
import { recordResponse } from "#lib/reviews/record-response.ts";

export const POST = claimedRoute(
  { body: recordRequestSchema, maxBodyBytes: 512 * 1024, perMinute: 30_000 },
  async ({ actor, body }) => recordResponse(await receiveBatch(actor, body, new Date())),
);
