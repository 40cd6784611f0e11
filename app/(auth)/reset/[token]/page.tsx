import type { Metadata } from "next";
import { currentActor } from "#app/current-actor.ts";
import { ResetForm } from "#components/account/reset-form.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findLink } from "#lib/accounts/queries.ts";

export const metadata: Metadata = { title: "Choose a new password" };

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findLink(await currentActor(), token, ["reset_password"]);
  if (!link) {
    return (
      <>
        <PageHeader
          title="This link does not work any more"
          lead="It was used already, or is older than an hour. Your password is what it was."
        />
        <ButtonLink variant="primary" href="/reset">
          Ask for a new link
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title="Choose a new password"
        lead={
          <>
            For <span className="wrap-anywhere text-ink">{link.email}</span>. Every device is signed
            out; then you sign in with the new one.
          </>
        }
      />
      <ResetForm token={token} email={link.email} />
    </>
  );
}
