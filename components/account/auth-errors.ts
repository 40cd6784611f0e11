const again = "Try again; nothing was lost.";

/** next-auth's error codes, and ours, in words that say how to mend it. */
const messages: Readonly<Record<string, string>> = {
  CredentialsSignin:
    "The e-mail address or the password is not right. Check both, or set a new password.",
  EmailSignin: "The mail could not be sent. Check the address, then try again.",
  Verification:
    "This link was used already or has expired: it works once, within 10 minutes. Ask for a new one below.",
  OAuthAccountNotLinked:
    "There is an account with this e-mail address already. Sign in to it in another way first; then link the other service under Settings, Account.",
  OAuthSignin: `The other service could not be asked. ${again}`,
  OAuthCallback: `The other service did not let you in, or you cancelled there. ${again}`,
  OAuthCreateAccount: `The account could not be created. ${again}`,
  EmailCreateAccount: `The account could not be created. ${again}`,
  Callback: `Something went wrong on our side while signing you in. ${again}`,
  AccessDenied: "You are not allowed to sign in here.",
  SessionRequired: "Sign in to see that page.",
  Configuration:
    "Signing in is not set up correctly on this server. Its operator finds the reason in the log.",
  RATE_LIMITED: "Too many tries. Wait a quarter of an hour, then try again; or set a new password.",
  UNAVAILABLE:
    "The database cannot be reached just now. Nothing was lost; try again in a few seconds.",
};

/** What an error code of a sign-in means. */
export function authErrorMessage(code: string): string {
  return messages[code] ?? `Signing in did not work. ${again}`;
}
