import { enterAsGuest } from "#lib/accounts/enter-as-guest.ts";
import { requestOrigin } from "#lib/accounts/request-origin.ts";
import { leadTo } from "#lib/form-answer.ts";
import { publicRoute } from "#lib/http.ts";
import { signedOut } from "#lib/session.ts";
import { followPath } from "#lib/study-paths/follow-path.ts";
import { getPathToFollow } from "#lib/study-paths/queries.ts";
import { followSchema, pathSettingAnchor } from "#lib/study-paths/schema.ts";
import { stopFollowing } from "#lib/study-paths/stop-following.ts";

/** The button of a path. Whoever has no session becomes a guest by it, once there is something to keep. */
export const POST = publicRoute(
  { body: followSchema, form: true, maxBodyBytes: 4096, perMinute: 120 },
  async ({ actor, body, request }) => {
    if (!actor) {
      await getPathToFollow(null, body.path);
      if (!body.follow) throw signedOut();
    }
    const person = actor ?? (await enterAsGuest(requestOrigin(request), body.timeZone));
    const path = await (body.follow ? followPath : stopFollowing)(person, body.path);
    return leadTo(request, body.from === "settings" ? `/settings#${pathSettingAnchor}` : path);
  },
);
