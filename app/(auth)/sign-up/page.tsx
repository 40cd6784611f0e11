import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { z } from "zod";
import { currentActor } from "#app/current-actor.ts";
import { KeptReviews } from "#components/account/kept-reviews.tsx";
import { SignUpForm } from "#components/account/sign-up-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getAccount } from "#lib/accounts/queries.ts";
import { safePath } from "#lib/accounts/safe-path.ts";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Create an account" };

const searchSchema = z.object({ callbackUrl: z.string().optional().catch(undefined) });

interface SignUpPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function SignUpPage({ searchParams }: SignUpPageProps) {
  const { callbackUrl } = searchSchema.parse(await searchParams);
  const path = safePath(callbackUrl, new URL(env().NEXTAUTH_URL).origin);
  const actor = await currentActor();
  if (actor && !actor.isGuest) redirect(path);
  const reviewCount = actor ? (await getAccount(actor)).reviewCount : 0;
  return (
    <>
      <PageHeader
        title="Create an account"
        lead={
          <>
            Have one already?{" "}
            <Link
              className="underline underline-offset-4"
              href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`}
            >
              Sign in
            </Link>
          </>
        }
      />
      <div className="grid gap-6">
        <KeptReviews count={reviewCount} way="signing up" />
        <SignUpForm callbackUrl={path} />
        <p className="text-xs text-faint">
          No tracking and no third party. You can download and delete everything at any time, under
          Settings.
        </p>
      </div>
    </>
  );
}
