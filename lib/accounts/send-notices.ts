import { prisma } from "#lib/db.ts";
import { log } from "#lib/log.ts";
import { type Mail, sendMail } from "#lib/mail/send-mail.ts";

const mend =
  "If this was not you, set a new password at once: that ends every session. Then look through the settings of your account.";

/** Sends a mail that is only a courtesy: what it tells of has happened, so a failure is only logged. */
async function notify(mail: Mail): Promise<void> {
  await sendMail(mail).catch((error: unknown) =>
    log().warn({ err: error, subject: mail.subject }, "a notice could not be mailed"),
  );
}

/** Tells the account's address that another service can sign in to it now. */
export async function sendLinkedNotice(userId: string, provider: string): Promise<void> {
  const user = await prisma().user.findUnique({ where: { id: userId }, select: { email: true } });
  if (!user?.email) return;
  const text = `A ${provider} account can sign in to your Whetstone account from now on.\n\n${mend}\n`;
  await notify({ to: user.email, subject: "An account was linked to Whetstone", text });
}

/** Tells the account's address that the password was set. */
export async function sendPasswordNotice(to: string): Promise<void> {
  const text = `The password of your Whetstone account was changed, and every other session ended.\n\n${mend}\n`;
  await notify({ to, subject: "Your Whetstone password was changed", text });
}

/** Tells the old address that it is to be replaced. */
export async function sendEmailChangeNotice(to: string, newEmail: string): Promise<void> {
  const text = `Somebody who knows the password of your Whetstone account asked to change its e-mail address to ${newEmail}. It stays as it is until that address is confirmed.\n\n${mend}\n`;
  await notify({ to, subject: "Your Whetstone e-mail address is to be changed", text });
}

/** A last word to an account that is gone. */
export async function sendDeletionNotice(to: string): Promise<void> {
  const text =
    "Your Whetstone account was deleted, with everything you practised. Nothing of it is kept.\n";
  await notify({ to, subject: "Your Whetstone account was deleted", text });
}
