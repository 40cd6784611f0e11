import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { z } from "zod";
import { currentActor } from "#app/current-actor.ts";
import { authErrorMessage } from "#components/account/auth-errors.ts";
import { KeptReviews } from "#components/account/kept-reviews.tsx";
import { SignInForm } from "#components/account/sign-in-form.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { configuredOAuth } from "#lib/accounts/oauth-providers.ts";
import { getAccount } from "#lib/accounts/queries.ts";
import { safePath } from "#lib/accounts/safe-path.ts";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Sign in" };

const searchSchema = z.object({
  callbackUrl: z.string().optional().catch(undefined),
  error: z.string().max(200).optional().catch(undefined),
  email: z.email().optional().catch(undefined),
  notice: z.enum(["reset", "signed-out", "required"]).optional().catch(undefined),
});

const notices = {
  reset: "Your new password is set, and every session was ended. Sign in with it.",
  "signed-out": "You are signed out on every device.",
  required: "Sign in to see that page, or practise as a guest first.",
} as const;

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { callbackUrl, error, email, notice } = searchSchema.parse(await searchParams);
  const path = safePath(callbackUrl, new URL(env().NEXTAUTH_URL).origin);
  const actor = await currentActor();
  // Whoever is signed in reads there what failed: linking another service, or an old link to sign in.
  if (actor && !actor.isGuest)
    redirect(error ? `/settings/account?error=${encodeURIComponent(error)}` : path);
  const reviewCount = actor ? (await getAccount(actor)).reviewCount : 0;
  return (
    <>
      <PageHeader
        title="Sign in"
        lead={
          <>
            No account yet?{" "}
            <Link
              className="underline underline-offset-4"
              href={`/sign-up?callbackUrl=${encodeURIComponent(path)}`}
            >
              Create one
            </Link>
          </>
        }
      />
      <div className="grid gap-6">
        {error && (
          <Callout tone="danger" role="alert">
            {authErrorMessage(error)}
          </Callout>
        )}
        {notice && (
          <Callout tone={notice === "required" ? "note" : "good"}>{notices[notice]}</Callout>
        )}
        <KeptReviews count={reviewCount} way="signing in" />
        <SignInForm callbackUrl={path} email={email ?? ""} services={configuredOAuth()} />
      </div>
    </>
  );
}
