import { prisma } from "#lib/db.ts";
import { AppError } from "#lib/errors.ts";
import type { Actor } from "#lib/session.ts";

/**
 * Keeps one person's unsent reviews out of another's account on a shared device. What a guest left
 * unsent belongs to the account that the guest became.
 * @param userId whose events the client says these are; undefined when it does not say.
 * @throws AppError CONFLICT when they are somebody else's.
 */
export async function ownEventsOnly(actor: Actor, userId: string | undefined): Promise<void> {
  if (userId === undefined || userId === actor.userId) return;
  const merged = await prisma().mergedGuest.findUnique({
    where: { userId_guestId: { userId: actor.userId, guestId: userId } },
    select: { guestId: true },
  });
  if (!merged) {
    throw new AppError(
      "CONFLICT",
      "These reviews belong to another account. Sign in there to send them; they are kept until then.",
    );
  }
}
