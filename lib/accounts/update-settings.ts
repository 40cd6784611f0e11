import { getSettings, type Settings } from "#lib/accounts/queries.ts";
import type { SettingsChange } from "#lib/accounts/settings-schema.ts";
import { prisma } from "#lib/db.ts";
import type { Actor } from "#lib/session.ts";

/** Writes those settings that are given. @returns all of them, as they are now. */
export async function updateSettings(
  actor: Actor,
  { name, ...study }: SettingsChange,
  now: Date,
): Promise<Settings> {
  await prisma().$transaction([
    prisma().studySettings.update({
      where: { userId: actor.userId },
      data: { ...study, updatedAt: now },
    }),
    ...(name === undefined
      ? []
      : [prisma().user.update({ where: { id: actor.userId }, data: { name } })]),
  ]);
  return getSettings(actor);
}
