import { anybody, type FunctionCase, signedIn } from "#lib/isolation/cases/case.ts";
import { readStudyMoment } from "#lib/progress/study-moment.ts";
import { followPath } from "#lib/study-paths/follow-path.ts";
import { listStandings } from "#lib/study-paths/list-standings.ts";
import { listWeeks } from "#lib/study-paths/path-rows.ts";
import { findFollowedPath, getPath, getPathToFollow, listPaths } from "#lib/study-paths/queries.ts";
import { stopFollowing } from "#lib/study-paths/stop-following.ts";

/** One row or more per function of `lib/study-paths`. */
export const studyPathsCases: Record<string, FunctionCase[]> = {
  "lib/study-paths/follow-path.ts followPath": [
    signedIn("NOT_FOUND", "published", (who, at) => followPath(who, at.pathId)),
  ],
  "lib/study-paths/list-standings.ts listStandings": [
    signedIn("same", "published", async (who, at) => [
      ...(await listStandings(who, [at.itemId], await readStudyMoment(who, new Date()))),
    ]),
  ],
  "lib/study-paths/path-rows.ts listWeeks": [
    anybody("same", "published", async (who, at) => {
      const weeks = [{ title: "One", goal: "One", items: [at.externalId] }];
      const source = { rowId: "row", bankId: at.bankId, payload: { weeks } };
      return [...(await listWeeks(who, [source], null))];
    }),
  ],
  "lib/study-paths/queries.ts findFollowedPath": [
    signedIn("same", "none", (who) => findFollowedPath(who, new Date())),
    signedIn("same", "none", async (who, at) => {
      await followPath(who, at.pathId).catch(() => undefined);
      return findFollowedPath(who, new Date());
    }),
  ],
  "lib/study-paths/queries.ts getPath": [
    anybody("NOT_FOUND", "published", (who, at) => getPath(who, at.slugs.path, new Date())),
  ],
  "lib/study-paths/queries.ts getPathToFollow": [
    anybody("NOT_FOUND", "published", (who, at) => getPathToFollow(who, at.pathId)),
  ],
  "lib/study-paths/queries.ts listPaths": [
    anybody("same", "published", (who) => listPaths(who, new Date())),
  ],
  "lib/study-paths/stop-following.ts stopFollowing": [
    signedIn("NOT_FOUND", "published", (who, at) => stopFollowing(who, at.pathId)),
  ],
};
