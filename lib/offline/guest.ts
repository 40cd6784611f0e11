const accountMark = "whetstone.hasAccount";

/** Remembers that somebody with an account practised in this browser. */
export function rememberAccount(): void {
  try {
    localStorage.setItem(accountMark, "1");
  } catch {
    // A browser without storage asks nobody.
  }
}

/** Whether somebody with an account practised in this browser before. */
export function hadAccountHere(): boolean {
  try {
    return localStorage.getItem(accountMark) === "1";
  } catch {
    return false;
  }
}

/**
 * Signs this browser in as a new guest, in its time zone.
 * @throws Error when the server could not be reached or refused.
 */
export async function becomeGuest(): Promise<void> {
  const csrf = await fetch("/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const response = await fetch("/api/auth/callback/guest", {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, timeZone, json: "true" }),
  });
  await response.text();
  if (!response.ok) throw new Error(`becoming a guest failed with status ${response.status}`);
}
