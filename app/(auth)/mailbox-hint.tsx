import Link from "next/link";
import { env } from "#lib/env.ts";

/** Where mails end up while no mail server is set up: for who runs this, on the development server. */
export function MailboxHint() {
  if (env().NODE_ENV !== "development" || env().SMTP_URL) return null;
  return (
    <p>
      Development: no mail server is set up, so the mail is in{" "}
      <Link className="underline underline-offset-4" href="/dev/mailbox">
        the local mailbox
      </Link>
      .
    </p>
  );
}
