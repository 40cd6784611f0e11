import CredentialsProvider from "next-auth/providers/credentials";
import type { EmailConfig } from "next-auth/providers/email";
import { z } from "zod";
import { type AuthRequest, noting } from "#lib/accounts/auth-request.ts";
import { checkPassword, type ProvenUser } from "#lib/accounts/check-password.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { consumeLimit } from "#lib/accounts/limits.ts";
import { credentialsSchema, emailSchema } from "#lib/accounts/schema.ts";
import { sendMagicLink } from "#lib/accounts/send-magic-link.ts";
import { env } from "#lib/env.ts";

const guestSchema = z.object({ timeZone: z.string().max(64).optional() });

function credentialsProvider(request: AuthRequest) {
  return CredentialsProvider({
    id: "credentials",
    name: "e-mail and password",
    credentials: {
      email: { label: "E-mail", type: "email" },
      password: { label: "Password", type: "password" },
    },
    authorize: noting(request, async (fields): Promise<ProvenUser | null> => {
      const parsed = credentialsSchema.safeParse(fields);
      return parsed.success
        ? checkPassword(parsed.data.email, parsed.data.password, request.address)
        : null;
    }),
  });
}

/** "Signing in" as a guest makes one, so that practice needs no account. Whoever is signed in stays that. */
function guestProvider(request: AuthRequest) {
  return CredentialsProvider({
    id: "guest",
    name: "guest",
    credentials: { timeZone: { label: "Time zone", type: "text" } },
    authorize: noting(request, async (fields) => {
      if (request.previous) return { id: request.previous.userId };
      await consumeLimit("guest", request.address);
      const parsed = guestSchema.safeParse(fields);
      return createUser({ timeZone: parsed.success ? parsed.data.timeZone : undefined });
    }),
  });
}

function magicLinkProvider(request: AuthRequest): EmailConfig {
  return {
    id: "email",
    type: "email",
    name: "Email",
    from: env().MAIL_FROM,
    server: "",
    maxAge: 10 * 60,
    options: {},
    // Throws for what is not an address; next-auth then says EmailSignin.
    normalizeIdentifier: (identifier) => emailSchema.parse(identifier).toLowerCase(),
    sendVerificationRequest: noting(request, async ({ identifier, url }) => {
      await consumeLimit("mailFromAddress", request.address);
      await consumeLimit("mailLink", identifier);
      await sendMagicLink(identifier, url);
    }),
  };
}

/** The ways to sign in that are ours; those of other services are in oauth-providers.ts. */
export function ownProviders(request: AuthRequest) {
  return [credentialsProvider(request), guestProvider(request), magicLinkProvider(request)];
}
