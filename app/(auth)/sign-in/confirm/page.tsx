import type { Metadata } from "next";
import { z } from "zod";
import { DeliverOnOpen } from "#components/account/deliver-on-open.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { safePath } from "#lib/accounts/safe-path.ts";
import { env } from "#lib/env.ts";

export const metadata: Metadata = { title: "Confirm signing in" };

const searchSchema = z.object({
  email: z.string().min(3).max(254),
  token: z.string().min(1).max(200),
  callbackUrl: z.string().optional().catch(undefined),
});

interface ConfirmPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** A form without any script: opening a mailed link must not use it up, pressing this button does. */
export default async function ConfirmPage({ searchParams }: ConfirmPageProps) {
  const link = searchSchema.safeParse(await searchParams);
  if (!link.success) {
    return (
      <>
        <PageHeader
          title="This link is not complete"
          lead="It was cut off on its way, perhaps by the mail program. Copy the whole of it, or ask for a new one."
        />
        <ButtonLink variant="primary" href="/sign-in">
          Ask for a new link
        </ButtonLink>
      </>
    );
  }
  const { email, token, callbackUrl } = link.data;
  return (
    <>
      <PageHeader
        title="Sign in to Whetstone?"
        lead={
          <>
            As <strong className="font-semibold wrap-anywhere text-ink">{email}</strong>. What you
            practised as a guest in this browser is added to that account.
          </>
        }
      />
      <DeliverOnOpen />
      <form method="get" action="/api/auth/callback/email" className="grid gap-4">
        <input
          type="hidden"
          name="callbackUrl"
          value={safePath(callbackUrl, new URL(env().NEXTAUTH_URL).origin)}
        />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <Button type="submit" variant="primary">
          Sign in
        </Button>
        <p className="text-xs text-faint">
          If you did not ask for this link, close the page; nothing happens.
        </p>
      </form>
    </>
  );
}
