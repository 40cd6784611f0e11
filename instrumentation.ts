/** Runs once when the server starts. */
export async function register(): Promise<void> {
  // eslint-disable-next-line no-restricted-properties -- Next puts it in while building; it is no setting
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("#lib/env.ts");
  if (env().TRUST_PROXY === "1") return;
  const { ignoreForwardedFor } = await import("#lib/forwarded-for.ts");
  ignoreForwardedFor();
}
