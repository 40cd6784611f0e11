import { deleteAccount } from "#lib/accounts/delete-account.ts";
import { deleteAccountSchema } from "#lib/accounts/schema.ts";
import { clearSessionCookie } from "#lib/accounts/session-cookie.ts";
import { clientAddress, route } from "#lib/http.ts";

export const POST = route({ body: deleteAccountSchema }, async ({ actor, body, request }) => {
  await deleteAccount(actor, body, clientAddress(request));
  await clearSessionCookie();
});
