import { readableItems } from "#lib/content/access.ts";
import { linkOf, linkSelect, oldestBankFirst } from "#lib/content/item-rows.ts";
import { lessonPayloadSchema } from "#lib/content/lesson-schema.ts";
import { lessonAnchors } from "#lib/content/paths.ts";
import { prisma } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import type { SectionMark } from "#lib/lessons/schema.ts";
import type { Actor } from "#lib/session.ts";

type SectionAddress = Pick<SectionMark, "lesson" | "section">;

/** Addresses within a lesson's page. */
interface SectionPlaces {
  itemId: string;
  section: string;
  /** Of what follows it: the next section, or the takeaways. */
  next: string;
}

/** A section that can be marked. @throws AppError NOT_FOUND when the lesson has none of that id */
export async function getSection(
  actor: Actor | null,
  { lesson, section }: SectionAddress,
): Promise<SectionPlaces> {
  const row = await prisma().contentItem.findFirst({
    where: { ...readableItems(actor), kind: "lesson", externalId: lesson },
    select: { ...linkSelect, id: true, currentVersion: { select: { payload: true } } },
    orderBy: oldestBankFirst,
  });
  if (!row?.currentVersion) throw notFound("lesson");
  const { sections } = lessonPayloadSchema.parse(row.currentVersion.payload);
  const index = sections.findIndex(({ id }) => id === section);
  if (index === -1) throw notFound("section of this lesson");
  const { path } = linkOf(row);
  const next = sections[index + 1]?.id ?? lessonAnchors.takeaways;
  return { itemId: row.id, section: `${path}#${section}`, next: `${path}#${next}` };
}

/**
 * Keeps that the actor has read a section, or has not. Saying it twice changes nothing.
 * @returns where to go on: after reading to what follows, else back to the section
 * @throws AppError NOT_FOUND when the lesson has no such section
 */
export async function recordProgress(actor: Actor, mark: SectionMark): Promise<string> {
  const { itemId, section, next } = await getSection(actor, mark);
  const key = { userId: actor.userId, itemId, section: mark.section };
  if (mark.read) await prisma().lessonProgress.createMany({ data: [key], skipDuplicates: true });
  else await prisma().lessonProgress.deleteMany({ where: key });
  return mark.read ? next : section;
}
