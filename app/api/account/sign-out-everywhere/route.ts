import { clearSessionCookie } from "#lib/accounts/session-cookie.ts";
import { signOutEverywhere } from "#lib/accounts/sign-out-everywhere.ts";
import { route } from "#lib/http.ts";

export const POST = route({}, async ({ actor }) => {
  await signOutEverywhere(actor);
  await clearSessionCookie();
});
