import { type FunctionCase, signedIn } from "#lib/isolation/cases/case.ts";
import { readCardLabels } from "#lib/progress/card-labels.ts";
import { getCard } from "#lib/progress/get-card.ts";
import { getProgress } from "#lib/progress/get-progress.ts";
import { getSession } from "#lib/progress/get-session.ts";
import { getToday } from "#lib/progress/get-today.ts";
import { getTopicProgress } from "#lib/progress/get-topic-progress.ts";
import { listCards } from "#lib/progress/list-cards.ts";
import { listMissed } from "#lib/progress/list-missed.ts";
import { listSessions as listSittings } from "#lib/progress/list-sessions.ts";
import { countUntouched, listMemories } from "#lib/progress/memories.ts";
import { listRetentionByWeek, readCalibration } from "#lib/progress/retention.ts";
import { cardFilterSchema } from "#lib/progress/schema.ts";
import { listStudyDays, listWaitingSpans } from "#lib/progress/study-days.ts";
import { readStudyMoment } from "#lib/progress/study-moment.ts";

const today = () => Math.floor(Date.now() / 86_400_000);
const everything = { rungs: ["super-brief", "brief", "detailed"] };

/** One row or more per function of `lib/progress`. */
export const progressCases: Record<string, FunctionCase[]> = {
  "lib/progress/card-labels.ts readCardLabels": [
    signedIn("same", "owner", async (who, at) => [
      ...(await readCardLabels(who, [at.cardId])).values(),
    ]),
  ],
  "lib/progress/get-card.ts getCard": [
    signedIn("NOT_FOUND", "owner", (who, at) => getCard(who, at.openCardId, new Date())),
    signedIn("NOT_FOUND", "owner", (who, at) => getCard(who, at.cardId, new Date())),
  ],
  "lib/progress/get-progress.ts getProgress": [
    signedIn("same", "owner", (who) => getProgress(who, new Date())),
  ],
  "lib/progress/get-session.ts getSession": [
    signedIn("NOT_FOUND", "owner", (who, at) => getSession(who, at.studySessionId, new Date())),
  ],
  "lib/progress/get-today.ts getToday": [
    signedIn("same", "owner", (who) => getToday(who, new Date())),
  ],
  "lib/progress/get-topic-progress.ts getTopicProgress": [
    signedIn("NOT_FOUND", "published", (who, at) =>
      getTopicProgress(who, at.topicSlug, new Date()),
    ),
  ],
  "lib/progress/list-cards.ts listCards": (
    ["started", "new", "learning", "review", "marked"] as const
  ).flatMap((show) => [
    signedIn("same", show === "new" ? "published" : "none", (who) =>
      listCards(who, cardFilterSchema.parse({ show }), new Date()),
    ),
    signedIn("same", show === "new" ? "published" : "none", (who, at) =>
      listCards(who, cardFilterSchema.parse({ show, topic: at.topicSlug }), new Date()),
    ),
  ]),
  "lib/progress/list-missed.ts listMissed": [
    signedIn("same", "none", (who, at) =>
      listMissed(who, { since: 0, limit: 50, topicSlug: at.topicSlug }),
    ),
    signedIn("same", "none", (who) => listMissed(who, { since: 0, limit: 50 })),
  ],
  "lib/progress/list-sessions.ts listSessions": [
    signedIn("same", "owner", (who) => listSittings(who, { limit: 50 })),
    signedIn("same", "owner", (who, at) =>
      listSittings(who, { limit: 50, sessionId: at.studySessionId }),
    ),
  ],
  "lib/progress/memories.ts listMemories": [
    signedIn("same", "none", (who) => listMemories(who, everything)),
  ],
  "lib/progress/memories.ts countUntouched": [
    signedIn("same", "published", (who) => countUntouched(who, everything)),
  ],
  "lib/progress/retention.ts listRetentionByWeek": [
    signedIn("same", "none", (who, at) => listRetentionByWeek(who, at.topicSlug)),
    signedIn("same", "none", (who) => listRetentionByWeek(who)),
  ],
  "lib/progress/retention.ts readCalibration": [
    signedIn("same", "none", (who) => readCalibration(who)),
  ],
  "lib/progress/study-days.ts listStudyDays": [
    signedIn("same", "none", (who) => listStudyDays(who)),
  ],
  "lib/progress/study-days.ts listWaitingSpans": [
    signedIn("same", "none", (who) => listWaitingSpans(who, { ...everything, today: today() })),
  ],
  "lib/progress/study-moment.ts readStudyMoment": [
    signedIn("same", "none", (who) => readStudyMoment(who, new Date())),
  ],
};
