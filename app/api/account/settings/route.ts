import { getSettings } from "#lib/accounts/queries.ts";
import { settingsSchema } from "#lib/accounts/settings-schema.ts";
import { setThemeCookie } from "#lib/accounts/theme-cookie.ts";
import { updateSettings } from "#lib/accounts/update-settings.ts";
import { route } from "#lib/http.ts";

export const GET = route({}, ({ actor }) => getSettings(actor));

export const PUT = route({ body: settingsSchema }, async ({ actor, body }) => {
  const settings = await updateSettings(actor, body, new Date());
  if (body.theme) await setThemeCookie(body.theme);
  return settings;
});
