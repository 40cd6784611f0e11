import type { Metadata } from "next";
import { currentActor } from "#app/current-actor.ts";
import { VerifyButton } from "#components/account/verify-button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { findLink } from "#lib/accounts/queries.ts";

export const metadata: Metadata = { title: "Confirm your address" };

export default async function VerifyPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const link = await findLink(await currentActor(), token, ["verify_email", "change_email"]);
  if (!link) {
    return (
      <>
        <PageHeader
          title="This link does not work any more"
          lead="It was used already, has expired, or was replaced by a newer one. Nothing was changed."
        />
        <ButtonLink variant="primary" href="/settings/account">
          See your account
        </ButtonLink>
      </>
    );
  }
  const address = <span className="wrap-anywhere text-ink">{link.email}</span>;
  if (link.isOwn) {
    return (
      <>
        <PageHeader title="Confirm your address" lead={<>{address} is yours?</>} />
        <VerifyButton token={token} />
      </>
    );
  }
  if (link.purpose === "change_email") {
    return (
      <>
        <PageHeader
          title="Sign in first"
          lead={
            <>
              {address} is to become the address of an account that this browser is not signed in
              to.
            </>
          }
        />
        <ButtonLink
          variant="primary"
          href={`/sign-in?callbackUrl=${encodeURIComponent(`/verify/${token}`)}`}
        >
          Sign in, then confirm
        </ButtonLink>
      </>
    );
  }
  return (
    <>
      <PageHeader title="Confirm your address" lead={<>{address} is yours?</>} />
      <div className="grid gap-6">
        <Callout tone="warning" title="This browser is not signed in to that account">
          Somebody else could have used your address, so the password chosen back then is dropped
          and you choose a new one. To keep it, open this link in the browser where you signed up.
          No review is lost either way.
        </Callout>
        <VerifyButton token={token} />
      </div>
    </>
  );
}
