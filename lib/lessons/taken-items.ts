import { readableItems } from "#lib/content/access.ts";
import { linkOf, linkSelect } from "#lib/content/item-rows.ts";
import type { LessonPayload } from "#lib/content/lesson-schema.ts";
import { comparisonPayloadSchema, mythPayloadSchema } from "#lib/content/schema.ts";
import { prisma } from "#lib/db.ts";
import type { TakenItems } from "#lib/lessons/dto.ts";
import { parseLessonSection } from "#lib/lessons/lesson-blocks.ts";
import type { Actor } from "#lib/session.ts";

/** Ids of the comparisons and myths that a lesson shows something of. */
function shownIds({ sections }: Pick<LessonPayload, "sections">): string[] {
  return sections.flatMap(({ body }) =>
    parseLessonSection(body).blocks.flatMap((block) =>
      block.kind === "comparison" || block.kind === "myth" ? [block.id] : [],
    ),
  );
}

/** What a lesson shows of other items of its bank, as they are now; what the actor may not read is left out. */
export async function listTakenItems(
  actor: Actor | null,
  bankId: string,
  lesson: Pick<LessonPayload, "sections" | "cards">,
): Promise<TakenItems> {
  const shown = shownIds(lesson);
  const inBank = { ...readableItems(actor), bankId };
  const [shownRows, cardRows] = await Promise.all([
    prisma().contentItem.findMany({
      where: { ...inBank, externalId: { in: shown }, kind: { in: ["comparison", "myth"] } },
      select: { ...linkSelect, externalId: true, currentVersion: { select: { payload: true } } },
    }),
    prisma().contentItem.findMany({
      where: {
        ...inBank,
        externalId: { in: lesson.cards },
        cards: { some: { retiredAt: null } },
      },
      select: { ...linkSelect, externalId: true },
    }),
  ]);
  const taken = shownRows.map((row) => ({
    id: row.externalId,
    kind: row.kind,
    path: linkOf(row).path,
    payload: row.currentVersion?.payload,
  }));
  const ofKind = <Payload>(kind: string, schema: { parse(value: unknown): Payload }) =>
    new Map(
      taken
        .filter((item) => item.kind === kind)
        .map(({ id, path, payload }) => [id, { path, payload: schema.parse(payload) }]),
    );
  return {
    comparisons: ofKind("comparison", comparisonPayloadSchema),
    myths: ofKind("myth", mythPayloadSchema),
    cards: cardRows
      .map((row) => ({ ...linkOf(row), id: row.externalId }))
      .sort((a, b) => lesson.cards.indexOf(a.id) - lesson.cards.indexOf(b.id)),
  };
}
