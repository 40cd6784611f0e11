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
