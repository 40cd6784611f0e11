import type { Metadata } from "next";
import { currentActor } from "#app/current-actor.ts";
import { SignOutButton } from "#components/account/sign-out-button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getAccount } from "#lib/accounts/queries.ts";

export const metadata: Metadata = { title: "Sign out" };

export default async function SignOutPage() {
  const actor = await currentActor();
  if (!actor) {
    return (
      <>
        <PageHeader
          title="You are signed out"
          lead="Everything you practised is kept in your account."
        />
        <ButtonLink variant="primary" href="/sign-in">
          Sign in
        </ButtonLink>
      </>
    );
  }
  const { email, reviewCount } = await getAccount(actor);
  if (actor.isGuest) {
    return (
      <>
        <PageHeader
          title="Sign out as a guest?"
          lead={`A guest cannot sign in again: your ${reviewCount === 1 ? "1 review" : `${reviewCount.toLocaleString("en")} reviews`} would be out of reach for good. With an account you keep them.`}
        />
        <div className="grid gap-3">
          <ButtonLink variant="primary" href="/sign-up">
            Create an account and keep everything
          </ButtonLink>
          <SignOutButton isGuest />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Sign out?"
        lead={
          <>
            {email ? `You are signed in as ${email}.` : "You are signed in."} Everything you
            practised stays in your account.
          </>
        }
      />
      <SignOutButton isGuest={false} />
    </>
  );
}
