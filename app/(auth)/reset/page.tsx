import type { Metadata } from "next";
import Link from "next/link";
import { MailboxHint } from "#app/(auth)/mailbox-hint.tsx";
import { currentActor } from "#app/current-actor.ts";
import { ResetRequestForm } from "#components/account/reset-request-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getAccount } from "#lib/accounts/queries.ts";

export const metadata: Metadata = { title: "Set a new password" };

export default async function ResetRequestPage() {
  const actor = await currentActor();
  const email = actor && !actor.isGuest ? (await getAccount(actor)).email : null;
  return (
    <>
      <PageHeader
        title="Set a new password"
        lead="We mail you a link. Your reviews and settings stay as they are."
      />
      <div className="grid gap-6">
        <ResetRequestForm email={email ?? ""} />
        <MailboxHint />
        {!actor && (
          <Link
            className="justify-self-start text-soft underline underline-offset-4"
            href="/sign-in"
          >
            Back to signing in
          </Link>
        )}
      </div>
    </>
  );
}
