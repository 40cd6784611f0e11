import GitHubProvider, { type GithubProfile } from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { z } from "zod";
import { env } from "#lib/env.ts";

const gitHubEmailsSchema = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/** The primary address of a GitHub user, if GitHub has verified it. */
async function verifiedGitHubEmail(accessToken: string): Promise<string | null> {
  const response = await fetch("https://api.github.com/user/emails", {
    headers: { Authorization: `Bearer ${accessToken}` },
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) return null;
  const emails = gitHubEmailsSchema.parse(await response.json());
  return emails.find(({ primary, verified }) => primary && verified)?.email ?? null;
}

function gitHub(clientId: string, clientSecret: string) {
  return GitHubProvider({
    clientId,
    clientSecret,
    userinfo: {
      async request({ client, tokens }) {
        const accessToken = tokens.access_token ?? "";
        const { email: _unverified, ...profile } =
          await client.userinfo<GithubProfile>(accessToken);
        const email = await verifiedGitHubEmail(accessToken);
        return { ...profile, ...(email && { email }) };
      },
    },
  });
}

function google(clientId: string, clientSecret: string) {
  return GoogleProvider({
    clientId,
    clientSecret,
    profile: ({ sub, name, email, email_verified }) => ({
      id: sub,
      name,
      email: email_verified ? email : null,
    }),
  });
}

/**
 * The other services that one can sign in with here. Their e-mail address only gets past this if
 * the service has verified it: the account takes it for proven.
 */
export function oauthProviders() {
  const { GITHUB_ID, GITHUB_SECRET, GOOGLE_ID, GOOGLE_SECRET } = env();
  return [
    ...(GITHUB_ID && GITHUB_SECRET ? [gitHub(GITHUB_ID, GITHUB_SECRET)] : []),
    ...(GOOGLE_ID && GOOGLE_SECRET ? [google(GOOGLE_ID, GOOGLE_SECRET)] : []),
  ];
}

/** Their names, for buttons. */
export function configuredOAuth(): { id: string; name: string }[] {
  return oauthProviders().map(({ id, name }) => ({ id, name }));
}
