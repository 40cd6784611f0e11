import { requestOrigin } from "#lib/accounts/request-origin.ts";
import { resetPassword } from "#lib/accounts/reset-password.ts";
import { resetSchema } from "#lib/accounts/schema.ts";
import { publicRoute } from "#lib/http.ts";

export const POST = publicRoute({ body: resetSchema }, ({ actor, body, request }) =>
  resetPassword(actor, body, requestOrigin(request)),
);
