import { changePassword } from "#lib/accounts/change-password.ts";
import { changePasswordSchema } from "#lib/accounts/schema.ts";
import { setSessionCookie } from "#lib/accounts/session-cookie.ts";
import { clientAddress, route } from "#lib/http.ts";

export const POST = route({ body: changePasswordSchema }, async ({ actor, body, request }) => {
  await setSessionCookie(await changePassword(actor, body, clientAddress(request)));
});
