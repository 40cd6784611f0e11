import { z } from "zod";
import { endSession } from "#lib/accounts/end-session.ts";
import { route } from "#lib/http.ts";

export const DELETE = route({ params: z.object({ id: z.guid() }) }, async ({ actor, params }) => {
  await endSession(actor, params.id);
});
