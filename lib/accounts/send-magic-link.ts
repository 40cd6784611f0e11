import { env } from "#lib/env.ts";
import { sendMail } from "#lib/mail/send-mail.ts";

/**
 * Mails a link that signs in. It leads to a page with a button, because mail scanners open links
 * and next-auth's own link works only once.
 */
export async function sendMagicLink(to: string, callbackUrl: string): Promise<void> {
  const page = new URL("/sign-in/confirm", env().NEXTAUTH_URL);
  page.search = new URL(callbackUrl).search;
  await sendMail({
    to,
    subject: "Your link to sign in to Whetstone",
    text: `Open this page and press the button to sign in:\n\n${page.href}\n\nThe link works once, within 10 minutes. If you did not ask for it, ignore this mail; nothing happens without the link.\n`,
  });
}
