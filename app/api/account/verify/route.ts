import { verifySchema } from "#lib/accounts/schema.ts";
import { verifyEmail } from "#lib/accounts/verify-email.ts";
import { publicRoute } from "#lib/http.ts";

export const POST = publicRoute({ body: verifySchema }, ({ actor, body }) =>
  verifyEmail(actor, body.token, new Date()),
);
