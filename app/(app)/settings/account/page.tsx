import type { Metadata } from "next";
import { z } from "zod";
import { requireReader } from "#app/(app)/settings/require-reader.ts";
import { authErrorMessage } from "#components/account/auth-errors.ts";
import { DeleteForm } from "#components/account/delete-form.tsx";
import { EmailSection } from "#components/account/email-section.tsx";
import { PasswordSection } from "#components/account/password-section.tsx";
import { ServicesSection } from "#components/account/services-section.tsx";
import { SessionsSection } from "#components/account/sessions-section.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Callout } from "#components/ui/callout.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { getAccount, listSessions } from "#lib/accounts/queries.ts";

export const metadata: Metadata = { title: "Account" };

const searchSchema = z.object({
  error: z.string().max(200).optional().catch(undefined),
  notice: z.enum(["verified"]).optional().catch(undefined),
});

/** What these codes mean to somebody who is signed in. */
const problems: Readonly<Record<string, string>> = {
  OAuthAccountNotLinked:
    "That account of the other service belongs to another Whetstone account. Sign in with it and unlink it there first.",
  Verification:
    "That link to sign in was used already or has expired. You are signed in as it is; nothing was lost.",
};

interface AccountPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AccountPage({ searchParams }: AccountPageProps) {
  const { error, notice } = searchSchema.parse(await searchParams);
  const actor = await requireReader("/settings/account");
  const [account, sessions] = await Promise.all([getAccount(actor), listSessions(actor)]);
  const problem = error && (problems[error] ?? authErrorMessage(error));
  return (
    <>
      <PageHeader title="Account" />
      <div className="grid gap-6">
        {problem && (
          <Callout tone="danger" role="alert">
            {problem}
          </Callout>
        )}
        {notice === "verified" && <Callout tone="good">Your address is confirmed.</Callout>}
        {account.isGuest ? (
          <Panel title="You practise as a guest">
            <p className="mb-4 text-soft">
              What you practise is tied to this browser. With an account you keep all of it, on
              every device.
            </p>
            <div className="flex flex-wrap gap-3">
              <ButtonLink variant="primary" href="/sign-up?callbackUrl=%2Fsettings%2Faccount">
                Create an account
              </ButtonLink>
              <ButtonLink href="/sign-in?callbackUrl=%2Fsettings%2Faccount">Sign in</ButtonLink>
            </div>
          </Panel>
        ) : (
          <>
            <EmailSection
              email={account.email}
              isVerified={account.isVerified}
              hasPassword={account.hasPassword}
            />
            <PasswordSection email={account.email} hasPassword={account.hasPassword} />
            {account.services.length > 0 && <ServicesSection services={account.services} />}
            <SessionsSection sessions={sessions} />
          </>
        )}
        <Panel title="Your data">
          <p className="mb-4 text-soft">
            One JSON file with everything that is kept about you: profile, settings, sessions, every
            review, and the state of every card.
          </p>
          {/* Not a Link: this is a file. */}
          <a
            href="/api/account/export"
            download
            className="inline-flex min-h-11 items-center rounded-md border border-edge px-4 text-sm font-medium hover:bg-sunken md:min-h-10"
          >
            Download my data
          </a>
        </Panel>
        <Panel title="Delete everything">
          <DeleteForm
            email={account.email}
            hasPassword={account.hasPassword}
            reviewCount={account.reviewCount}
          />
        </Panel>
      </div>
    </>
  );
}
