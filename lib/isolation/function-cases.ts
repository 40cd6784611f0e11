import { changePassword } from "#lib/accounts/change-password.ts";
import { deleteAccount } from "#lib/accounts/delete-account.ts";
import { endSession } from "#lib/accounts/end-session.ts";
import { exportAccount } from "#lib/accounts/export-account.ts";
import { nameGuest } from "#lib/accounts/name-guest.ts";
import type { Origin } from "#lib/accounts/origin.ts";
import { findLink, getAccount, getSettings, listSessions } from "#lib/accounts/queries.ts";
import { requestEmailChange } from "#lib/accounts/request-email-change.ts";
import { requireOwnPassword } from "#lib/accounts/require-own-password.ts";
import { resetPassword } from "#lib/accounts/reset-password.ts";
import { resendVerification } from "#lib/accounts/send-verification.ts";
import { signOutEverywhere } from "#lib/accounts/sign-out-everywhere.ts";
import { signUp } from "#lib/accounts/sign-up.ts";
import { unlinkAccount } from "#lib/accounts/unlink-account.ts";
import { updateSettings } from "#lib/accounts/update-settings.ts";
import { verifyEmail } from "#lib/accounts/verify-email.ts";
import { findNeighbours, getItemPage, getTopicRow } from "#lib/content/item-rows.ts";
import {
  getComparison,
  getDecision,
  getMyth,
  getQuestion,
  getTopic,
  listComparisons,
  listDecisions,
  listMyths,
  listQuestions,
  listTopics,
} from "#lib/content/queries.ts";
import { questionPayloadSchema } from "#lib/content/schema.ts";
import { pool } from "#lib/db.ts";
import { password, type Targets, type World } from "#lib/isolation/world.ts";
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
import { readFaces } from "#lib/reviews/card-faces.ts";
import { countDue, listDueCards, readStudyContext } from "#lib/reviews/due-cards.ts";
import { ownEventsOnly } from "#lib/reviews/own-events-only.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import {
  countDueOn,
  listDueRows,
  listItemRows,
  listNewRows,
  readDoneToday,
} from "#lib/reviews/queue-rows.ts";
import { readBatch } from "#lib/reviews/read-batch.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import { mendQuery } from "#lib/search/mend-query.ts";
import { searchContent } from "#lib/search/queries.ts";
import type { Actor } from "#lib/session.ts";

/** Who would be shown what a stranger is not: the proof that the call asks for the right thing. */
type Control =
  | "owner"
  /** Anybody, once the bank is public. */
  | "published"
  /** Nobody: it changes or returns only what is the caller's. */
  | "none";

export interface FunctionCase {
  /** "NOT_FOUND": refused as such. "same": whatever it answers, the same as for what does not exist. "differs": it may tell that there is something, never what. */
  outcome: "NOT_FOUND" | "same" | "differs";
  control: Control;
  takesNobody: boolean;
  call: Call<Actor | null>;
}

type Call<Who> = (who: Who, at: Targets, world: World) => Promise<unknown>;

/** For a function that wants somebody who is signed in. */
function signedIn(
  outcome: FunctionCase["outcome"],
  control: Control,
  call: Call<Actor>,
): FunctionCase {
  const guarded: FunctionCase["call"] = (who, at, world) => {
    if (!who) throw new Error("this function is never called without an actor");
    return call(who, at, world);
  };
  return { outcome, control, takesNobody: false, call: guarded };
}

/** For a function that also answers nobody. */
function anybody(
  outcome: FunctionCase["outcome"],
  control: Control,
  call: Call<Actor | null>,
): FunctionCase {
  return { outcome, control, takesNobody: true, call };
}

const address = "192.0.2.1";
const origin = (): Origin => ({ address, userAgent: "test", now: new Date() });
const today = () => Math.floor(Date.now() / 86_400_000);
const allRungs = ["super-brief", "brief", "detailed"];
const everything = { rungs: allRungs };

async function collect(pieces: AsyncGenerator<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

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

const accounts: Record<string, FunctionCase[]> = {
  "lib/accounts/change-password.ts changePassword": [
    signedIn("same", "none", (who) =>
      changePassword(
        who,
        { currentPassword: password, newPassword: "another horse battery" },
        address,
      ),
    ),
  ],
  "lib/accounts/delete-account.ts deleteAccount": [
    signedIn("same", "none", (who, at) =>
      deleteAccount(who, { confirmation: at.email, password }, address),
    ),
    signedIn("same", "none", (who, at) =>
      deleteAccount(
        { ...who, sessionId: at.signInSessionId },
        { confirmation: "no", password },
        address,
      ),
    ),
  ],
  "lib/accounts/end-session.ts endSession": [
    signedIn("NOT_FOUND", "owner", (who, at) => endSession(who, at.signInSessionId)),
  ],
  "lib/accounts/export-account.ts exportAccount": [
    signedIn("same", "owner", async (who) => collect(await exportAccount(who, new Date()))),
  ],
  "lib/accounts/name-guest.ts nameGuest": [
    signedIn("same", "none", (who, at) => nameGuest(who, { email: at.email })),
  ],
  "lib/accounts/queries.ts getSettings": [signedIn("same", "owner", (who) => getSettings(who))],
  "lib/accounts/queries.ts listSessions": [
    signedIn("same", "owner", (who) => listSessions(who)),
    signedIn("same", "owner", (who, at) => listSessions({ ...who, sessionId: at.signInSessionId })),
  ],
  "lib/accounts/queries.ts getAccount": [signedIn("same", "owner", (who) => getAccount(who))],
  "lib/accounts/queries.ts findLink": [
    anybody("same", "none", (who, at) =>
      findLink(who, at.tokenHash, ["reset_password", "change_email"]),
    ),
  ],
  "lib/accounts/request-email-change.ts requestEmailChange": [
    signedIn("same", "none", (who) =>
      requestEmailChange(
        who,
        { email: "free@example.org", password: "not the password" },
        origin(),
      ),
    ),
  ],
  "lib/accounts/require-own-password.ts requireOwnPassword": [
    signedIn("same", "owner", (who) => requireOwnPassword(who, password, address, "password")),
  ],
  "lib/accounts/reset-password.ts resetPassword": [
    anybody("NOT_FOUND", "none", (who, at) =>
      resetPassword(who, { token: at.tokenHash, password: "another horse battery" }, origin()),
    ),
  ],
  "lib/accounts/send-verification.ts resendVerification": [
    signedIn("same", "none", (who) => resendVerification(who, origin())),
  ],
  "lib/accounts/sign-out-everywhere.ts signOutEverywhere": [
    signedIn("same", "none", (who) => signOutEverywhere(who)),
  ],
  "lib/accounts/sign-up.ts signUp": [
    // An address can have one account only, so signing up tells that there is one.
    anybody("differs", "none", (who, at) =>
      signUp(who, { email: at.email, password: "not the password" }, origin()),
    ),
  ],
  "lib/accounts/unlink-account.ts unlinkAccount": [
    signedIn("NOT_FOUND", "owner", (who, at) => unlinkAccount(who, at.provider)),
  ],
  "lib/accounts/update-settings.ts updateSettings": [
    signedIn("same", "none", (who) =>
      updateSettings(who, { name: "Stranger", newPerDay: 3 }, new Date()),
    ),
  ],
  "lib/accounts/verify-email.ts verifyEmail": [
    anybody("NOT_FOUND", "none", (who, at) => verifyEmail(who, at.tokenHash, new Date())),
  ],
};

const questionAt = ({ topicSlug, slugs }: Targets) => ({
  kind: "question" as const,
  topicSlug,
  slug: slugs.question,
});

const content: Record<string, FunctionCase[]> = {
  "lib/content/item-rows.ts getTopicRow": [
    anybody("NOT_FOUND", "published", (who, at) => getTopicRow(who, at.topicSlug)),
  ],
  "lib/content/item-rows.ts getItemPage": [
    anybody("NOT_FOUND", "published", (who, at) =>
      getItemPage(who, questionAt(at), questionPayloadSchema),
    ),
  ],
  "lib/content/item-rows.ts findNeighbours": [
    anybody("same", "published", (who, at) => findNeighbours(who, at.topicSlug, at.bankId, 2)),
  ],
  "lib/content/queries.ts listTopics": [anybody("same", "published", (who) => listTopics(who))],
  "lib/content/queries.ts getTopic": [
    anybody("NOT_FOUND", "published", (who, at) => getTopic(who, at.topicSlug)),
  ],
  "lib/content/queries.ts listQuestions": [
    anybody("NOT_FOUND", "published", (who, at) => listQuestions(who, at.topicSlug)),
  ],
  "lib/content/queries.ts getQuestion": [
    anybody("NOT_FOUND", "published", (who, at) =>
      getQuestion(who, at.topicSlug, at.slugs.question),
    ),
  ],
  "lib/content/queries.ts listComparisons": [
    anybody("same", "published", (who) => listComparisons(who)),
    anybody("NOT_FOUND", "published", (who, at) => listComparisons(who, at.topicSlug)),
  ],
  "lib/content/queries.ts getComparison": [
    anybody("NOT_FOUND", "published", (who, at) => getComparison(who, at.slugs.comparison)),
  ],
  "lib/content/queries.ts listMyths": [
    anybody("NOT_FOUND", "published", (who, at) => listMyths(who, at.topicSlug)),
  ],
  "lib/content/queries.ts listDecisions": [
    anybody("NOT_FOUND", "published", (who, at) => listDecisions(who, at.topicSlug)),
  ],
  "lib/content/queries.ts getMyth": [
    anybody("NOT_FOUND", "published", (who, at) => getMyth(who, at.topicSlug, at.slugs.myth)),
  ],
  "lib/content/queries.ts getDecision": [
    anybody("NOT_FOUND", "published", (who, at) =>
      getDecision(who, at.topicSlug, at.slugs.decision),
    ),
  ],
  "lib/search/mend-query.ts mendQuery": [
    anybody("same", "none", (who) => mendQuery(who, "namespaec")),
  ],
  "lib/search/queries.ts searchContent": [
    anybody("same", "published", (who) => searchContent(who, "namespace", 10)),
  ],
};

const progress: Record<string, FunctionCase[]> = {
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

const reviews: Record<string, FunctionCase[]> = {
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
  ],
  "lib/reviews/own-events-only.ts ownEventsOnly": [
    signedIn("same", "owner", (who, at) => ownEventsOnly(who, at.userId)),
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

export const functionCases: Record<string, FunctionCase[]> = {
  ...accounts,
  ...content,
  ...progress,
  ...reviews,
};

/** Functions with an actor that are not asked for anything by the outside. */
export const notAsked: Record<string, string> = {
  "lib/accounts/merge-guest.ts mergeGuest":
    "called by startSession, with the id of whoever has just proved who they are",
  "lib/accounts/prove-email.ts proveEmail":
    "called after a link proved an address, with the id that the link was made for",
  "lib/accounts/start-session.ts startSession": "called after a proof, with the id that was proved",
};

/** Functions that work on the database without an actor. A new one has to say why nobody needs to be asked. */
export const withoutActor: Record<string, string> = {
  "lib/accounts/account-tokens.ts createAccountToken":
    "makes the link of a user whom the caller has proved or mails",
  "lib/accounts/account-tokens.ts findAccountToken": "holding the link is the proof",
  "lib/accounts/account-tokens.ts takeAccountToken": "holding the link is the proof",
  "lib/accounts/check-password.ts checkPassword": "is the proof",
  "lib/accounts/check-password.ts tryPassword": "is the proof",
  "lib/accounts/create-user.ts createUser": "makes somebody new",
  "lib/accounts/limits.ts clearLimit": "counts tries",
  "lib/accounts/limits.ts consumeLimit": "counts tries",
  "lib/accounts/limits.ts returnTry": "counts tries",
  "lib/accounts/request-reset.ts requestReset":
    "answers nothing; the mail goes to the address's owner",
  "lib/accounts/send-notices.ts sendDeletionNotice": "mails the owner what has happened",
  "lib/accounts/send-notices.ts sendEmailChangeNotice": "mails the owner what has happened",
  "lib/accounts/send-notices.ts sendLinkedNotice": "mails the owner what has happened",
  "lib/accounts/send-notices.ts sendPasswordNotice": "mails the owner what has happened",
  "lib/accounts/send-verification.ts mailVerification": "mails the user who has just signed up",
  "lib/accounts/theme-cookie.ts setThemeCookie": "sets a cookie of the browser that asks",
  "lib/accounts/theme-cookie.ts themeOf": "called for whoever has just proved who they are",
  "lib/content/queries.ts listAllPaths": "asks as nobody, for the site map",
  "lib/db.ts inTransaction": "runs what it is given",
  "lib/db.ts withConnection": "runs what it is given",
  "lib/health.ts isDatabaseUp": "says only whether the database answers",
  "lib/reviews/event-rows.ts listEventsByCard":
    "every condition leads with the user id that the caller takes from its actor",
  "lib/reviews/refold-cards.ts refoldCards": "derives again what is stored, and shows nothing",
  "lib/reviews/write-batch.ts writeBatch":
    "writes under the user id that the caller takes from its actor",
  "lib/session.ts findActor": "finds out who asks",
  "lib/session.ts findActorByClaims": "finds out who asks",
  "lib/session.ts readSessionToken": "finds out who asks",
  "lib/session.ts requireActor": "finds out who asks",
  "lib/session.ts requireClaimedActor": "reads the cookie; whoever takes what it says asks further",
};
