import { createAccountToken } from "#lib/accounts/account-tokens.ts";
import { consumeLimit } from "#lib/accounts/limits.ts";
import { sendResetLink } from "#lib/accounts/send-links.ts";
import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";

/**
 * Mails the link that sets a new password, if the address has an account. Answers nothing, so that
 * nobody learns from it whether there is one; do not let the asker wait for it either.
 */
export async function requestReset(email: string, now: Date): Promise<void> {
  try {
    await consumeLimit("mailLink", email);
    const user = await prisma().user.findUnique({
      where: { email },
      select: { id: true, email: true },
    });
    if (!user?.email) return;
    const token = { userId: user.id, purpose: "reset_password", email: user.email } as const;
    await sendResetLink(
      user.email,
      await prisma().$transaction((tx) => createAccountToken(tx, token, now)),
    );
  } catch (error) {
    if (error instanceof AppError && error.code === "RATE_LIMITED") return;
    log().error({ err: error }, "a link for a new password could not be mailed");
  }
}
