import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Fragment } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { env } from "#lib/env.ts";
import { listKeptMails } from "#lib/mail/read-mailbox.ts";

export const metadata: Metadata = { title: "Local mailbox" };

const address = /(https?:\/\/\S+)/;

/** Whatever was mailed while no mail server is set up. It holds everybody's links: development only. */
export default async function MailboxPage() {
  if (env().NODE_ENV !== "development") notFound();
  const mails = await listKeptMails();
  return (
    <>
      <PageHeader
        title="Local mailbox"
        lead="SMTP_URL is not set, so mails stay here. Only the development server shows them."
      />
      {mails.length === 0 && (
        <EmptyState title="No mail yet">Ask for a link to sign in, for example.</EmptyState>
      )}
      <div className="grid gap-4">
        {mails.map(({ id, to, subject, at, text }) => (
          <Panel
            key={id}
            title={subject}
            aside={<span className="wrap-anywhere">{`${to} · ${at}`}</span>}
          >
            <p className="text-sm wrap-anywhere whitespace-pre-wrap">
              {text.split(address).map((part, index) =>
                address.test(part) ? (
                  <a key={index} className="underline underline-offset-4" href={part}>
                    {part}
                  </a>
                ) : (
                  <Fragment key={index}>{part}</Fragment>
                ),
              )}
            </p>
          </Panel>
        ))}
      </div>
    </>
  );
}
