import { prisma } from "#lib/db.ts";
import { anybody, type FunctionCase, signedIn } from "#lib/isolation/cases/case.ts";
import type { Targets } from "#lib/isolation/world.ts";
import { listPlacedLessons } from "#lib/lessons/lesson-rows.ts";
import {
  findContinuation,
  getLesson,
  getTrack,
  listLessons,
  listTracks,
} from "#lib/lessons/queries.ts";
import { getSection, recordProgress } from "#lib/lessons/record-progress.ts";
import { listTakenItems } from "#lib/lessons/taken-items.ts";

const sectionAt = ({ lessonId }: Targets) => ({ lesson: lessonId, section: "hides" });

/** As much of a lesson as says what it takes from other items. */
const takingFrom = ({ externalId }: Targets) => ({
  cards: [externalId],
  sections: [{ id: "one", title: "One", body: `::myth{id=${externalId}}` }],
});

/** One row or more per function of `lib/lessons`. */
export const lessonsCases: Record<string, FunctionCase[]> = {
  "lib/lessons/lesson-rows.ts listPlacedLessons": [
    anybody("same", "published", (who) => listPlacedLessons(who)),
    anybody("same", "published", (who, { trackSlug }) => listPlacedLessons(who, { trackSlug })),
  ],
  "lib/lessons/queries.ts listTracks": [anybody("same", "published", (who) => listTracks(who))],
  "lib/lessons/queries.ts getTrack": [
    anybody("NOT_FOUND", "published", (who, at) => getTrack(who, at.trackSlug)),
  ],
  "lib/lessons/queries.ts listLessons": [
    anybody("NOT_FOUND", "published", (who, at) => listLessons(who, at.topicSlug)),
  ],
  "lib/lessons/queries.ts findContinuation": [
    signedIn("same", "none", (who) => findContinuation(who)),
    // Progress in a lesson that one may not read any more leads nowhere.
    signedIn("same", "published", async (who, at) => {
      const lesson = await prisma().contentItem.findFirst({ where: { externalId: at.lessonId } });
      if (lesson) {
        const data = { userId: who.userId, itemId: lesson.id, section: "shows" };
        await prisma().lessonProgress.create({ data });
      }
      return findContinuation(who);
    }),
  ],
  "lib/lessons/queries.ts getLesson": [
    anybody("NOT_FOUND", "published", (who, at) => getLesson(who, at.trackSlug, at.slugs.lesson)),
  ],
  "lib/lessons/record-progress.ts getSection": [
    anybody("NOT_FOUND", "published", (who, at) => getSection(who, sectionAt(at))),
  ],
  "lib/lessons/record-progress.ts recordProgress": [
    signedIn("NOT_FOUND", "published", (who, at) =>
      recordProgress(who, { ...sectionAt(at), read: true }),
    ),
    signedIn("NOT_FOUND", "published", (who, at) =>
      recordProgress(who, { ...sectionAt(at), read: false }),
    ),
  ],
  "lib/lessons/taken-items.ts listTakenItems": [
    anybody("same", "published", (who, at) => listTakenItems(who, at.bankId, takingFrom(at))),
  ],
};
