import { enterAsGuest } from "#lib/accounts/enter-as-guest.ts";
import { requestOrigin } from "#lib/accounts/request-origin.ts";
import { leadTo } from "#lib/form-answer.ts";
import { publicRoute } from "#lib/http.ts";
import { getSection, recordProgress } from "#lib/lessons/record-progress.ts";
import { sectionMarkSchema } from "#lib/lessons/schema.ts";
import { signedOut } from "#lib/session.ts";

/** The button under a section. Whoever has no session becomes a guest by it, once there is something to keep. */
export const POST = publicRoute(
  { body: sectionMarkSchema, form: true, maxBodyBytes: 4096, perMinute: 120 },
  async ({ actor, body, request }) => {
    if (!actor) {
      await getSection(null, body);
      if (!body.read) throw signedOut();
    }
    const reader = actor ?? (await enterAsGuest(requestOrigin(request), body.timeZone));
    return leadTo(request, await recordProgress(reader, body));
  },
);
