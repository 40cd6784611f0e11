import type { Metadata } from "next";
import Link from "next/link";
import { MailboxHint } from "#app/(auth)/mailbox-hint.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export const metadata: Metadata = { title: "Look into your mailbox" };

export default function CheckMailPage() {
  return (
    <>
      <PageHeader
        title="Look into your mailbox"
        lead="A link to sign in is on its way. It works once, within 10 minutes."
      />
      <div className="grid gap-4 text-soft">
        <p>
          Open it on this device, so that what you practised here comes with you. Nothing there?
          Look into the folder for spam, and check that the address was right.
        </p>
        <MailboxHint />
        <p>
          <Link className="underline underline-offset-4" href="/sign-in">
            Back to signing in
          </Link>
        </p>
      </div>
    </>
  );
}
