import { claimedRoute } from "#lib/http.ts";
import { recordRequestSchema } from "#lib/reviews/parse-event.ts";
import { receiveBatch } from "#lib/reviews/receive-batch.ts";
import { recordResponse } from "#lib/reviews/record-response.ts";

// Says at once what Next would otherwise find out by watching every access to the request.
export const dynamic = "force-dynamic";

export const POST = claimedRoute(
  { body: recordRequestSchema, maxBodyBytes: 512 * 1024, perMinute: 30_000 },
  async ({ actor, body }) => recordResponse(await receiveBatch(actor, body, new Date())),
);
