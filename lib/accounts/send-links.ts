import { env } from "#lib/env.ts";
import { sendMail } from "#lib/mail/send-mail.ts";

const link = (path: string) => new URL(path, env().NEXTAUTH_URL).href;

/** Mails the link with which a new password is set. */
export async function sendResetLink(to: string, token: string): Promise<void> {
  const text = `Open this page to set a new password for Whetstone:\n\n${link(`/reset/${token}`)}\n\nThe link works once, within an hour. If you did not ask for it, ignore this mail; nothing changes without the link.\n`;
  await sendMail({ to, subject: "Set a new password for Whetstone", text });
}

/** Mails the link that confirms the address of a new account. */
export async function sendVerifyLink(to: string, token: string): Promise<void> {
  const text = `Open this page in the browser where you signed up, and press the button to confirm your address:\n\n${link(`/verify/${token}`)}\n\nThe link works once, within 24 hours. If you did not sign up, ignore this mail.\n`;
  await sendMail({ to, subject: "Confirm your e-mail address for Whetstone", text });
}

/** Mails the link that makes an address the account's. */
export async function sendEmailChangeLink(to: string, token: string): Promise<void> {
  const text = `Open this page in the browser where you are signed in to Whetstone, and press the button to make this your account's address:\n\n${link(`/verify/${token}`)}\n\nThe link works once, within an hour. If you did not ask for it, ignore this mail.\n`;
  await sendMail({ to, subject: "Confirm your new e-mail address for Whetstone", text });
}
