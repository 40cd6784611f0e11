import { pool } from "#lib/db.ts";
import { type FunctionCase, signedIn } from "#lib/isolation/cases/case.ts";
import type { Targets } from "#lib/isolation/world.ts";
import { readFaces } from "#lib/reviews/card-faces.ts";
import { countDue, listDueCards, readStudyContext } from "#lib/reviews/due-cards.ts";
import { ownEventsOnly } from "#lib/reviews/own-events-only.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { findPathRows, listNewRowsOfPath } from "#lib/reviews/path-rows.ts";
import {
  countDueOn,
  findLessonRows,
  listDueRows,
  listItemRows,
  listNewRows,
  readDoneToday,
} from "#lib/reviews/queue-rows.ts";
import { readBatch } from "#lib/reviews/read-batch.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import { findTopicRows } from "#lib/reviews/topic-rows.ts";

const today = () => Math.floor(Date.now() / 86_400_000);
const allRungs = ["super-brief", "brief", "detailed"];

const review = (at: Targets, cardId: string) => ({
  ...{ id: at.eventId, cardId, grade: 3, durationMs: 1000 },
  reviewedAt: new Date().toISOString(),
});

const idOfUndo = "00000000-0000-4000-8000-000000000001";

const queueRow = (at: Targets) => ({
  ...{
    cardId: at.cardId,
    itemId: at.itemId,
    key: "brief",
    siblingGroup: "",
    position: 1,
    state: null,
  },
});

/** One row or more per function of `lib/reviews`. */
export const reviewsCases: Record<string, FunctionCase[]> = {
  "lib/reviews/card-faces.ts readFaces": [
    signedIn("same", "published", async (who, at) => [
      ...(await readFaces(pool(), who, [queueRow(at)])).values(),
    ]),
  ],
  "lib/reviews/due-cards.ts readStudyContext": [
    signedIn("same", "none", (who) => readStudyContext(who)),
  ],
  "lib/reviews/due-cards.ts countDue": [
    signedIn("same", "none", (who) => countDue(who, new Date())),
  ],
  "lib/reviews/due-cards.ts listDueCards": [
    signedIn("same", "published", (who) => listDueCards(who, { limit: 100 }, new Date())),
    signedIn("NOT_FOUND", "published", (who, at) =>
      listDueCards(who, { limit: 100, item: at.externalId }, new Date()),
    ),
    signedIn("NOT_FOUND", "published", (who, at) =>
      listDueCards(who, { limit: 100, item: at.lessonId }, new Date()),
    ),
    signedIn("NOT_FOUND", "published", (who, at) =>
      listDueCards(who, { limit: 100, item: at.pathId, week: 1 }, new Date()),
    ),
    signedIn("NOT_FOUND", "published", (who, at) =>
      listDueCards(who, { limit: 100, topic: at.topicSlug }, new Date()),
    ),
  ],
  "lib/reviews/own-events-only.ts ownEventsOnly": [
    signedIn("same", "owner", (who, at) => ownEventsOnly(who, at.userId)),
  ],
  "lib/reviews/path-rows.ts listNewRowsOfPath": [
    signedIn("same", "published", async (who, at) => {
      const { rows } = await pool().query<{ id: string }>(
        "SELECT id FROM content_items WHERE kind = 'path' AND external_id = $1",
        [at.pathId],
      );
      const pathId = rows[0]?.id ?? at.itemId;
      return listNewRowsOfPath(pool(), who, today(), allRungs, 100, pathId);
    }),
  ],
  "lib/reviews/path-rows.ts findPathRows": [
    signedIn("same", "published", (who, at) =>
      findPathRows(pool(), who, { externalId: at.pathId, week: undefined }, today(), allRungs),
    ),
  ],
  "lib/reviews/topic-rows.ts findTopicRows": [
    signedIn("same", "published", (who, at) =>
      findTopicRows(pool(), who, at.topicSlug, today(), allRungs),
    ),
  ],
  "lib/reviews/queue-rows.ts findLessonRows": [
    signedIn("same", "published", (who, at) => findLessonRows(pool(), who, at.lessonId, allRungs)),
  ],
  "lib/reviews/queue-rows.ts listDueRows": [
    signedIn("same", "none", (who) => listDueRows(pool(), who, today(), allRungs)),
  ],
  "lib/reviews/queue-rows.ts listNewRows": [
    signedIn("same", "published", (who) => listNewRows(pool(), who, today(), allRungs, 100)),
  ],
  "lib/reviews/queue-rows.ts listItemRows": [
    signedIn("same", "published", (who, at) => listItemRows(pool(), who, at.externalId)),
  ],
  "lib/reviews/queue-rows.ts readDoneToday": [
    signedIn("same", "none", async (who) => {
      const done = await readDoneToday(pool(), who, today());
      return { ...done, siblingGroupsSeenToday: [...done.siblingGroupsSeenToday] };
    }),
  ],
  "lib/reviews/queue-rows.ts countDueOn": [
    signedIn("same", "none", (who) => countDueOn(pool(), who, today() + 1)),
  ],
  "lib/reviews/read-batch.ts readBatch": [
    signedIn("same", "owner", (who, at) =>
      readBatch(pool(), who, [{ id: at.eventId, cardId: at.cardId }]),
    ),
  ],
  "lib/reviews/record-reviews.ts recordReviews": [
    signedIn("same", "none", (who, at) =>
      recordReviews(who, [parseEvent(review(at, at.cardId))], new Date()),
    ),
    // Under the id of somebody else's event: ids are per person, so it is simply the stranger's own event.
    signedIn("same", "none", (who, at, { theirs }) =>
      recordReviews(who, [parseEvent(review(at, theirs.openCardId))], new Date()),
    ),
    signedIn("same", "none", (who, at, { theirs }) =>
      recordReviews(
        who,
        [
          parseEvent({
            ...review(at, theirs.openCardId),
            id: idOfUndo,
            kind: "undo",
            targetId: at.eventId,
          }),
        ],
        new Date(),
      ),
    ),
  ],
};
