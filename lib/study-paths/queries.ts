import { readableItems } from "#lib/content/access.ts";
import { getItemPage, linkSelect, oldestBankFirst, summaryOf } from "#lib/content/item-rows.ts";
import { pathPayloadSchema } from "#lib/content/lesson-schema.ts";
import { prisma } from "#lib/db.ts";
import { notFound } from "#lib/errors.ts";
import { readStudyMoment } from "#lib/progress/study-moment.ts";
import type { Actor } from "#lib/session.ts";
import type { FollowedPath, PathDetail, PathSummary } from "#lib/study-paths/dto.ts";
import { listWeeks, sumOf } from "#lib/study-paths/path-rows.ts";
import { placeIn } from "#lib/study-paths/standing.ts";

const pathSelect = {
  ...linkSelect,
  ...{ id: true, bankId: true, level: true },
  currentVersion: { select: { payload: true } },
} as const;

/** Every path that the actor may read, by role; how far they are when somebody is signed in. */
export async function listPaths(actor: Actor | null, now: Date): Promise<PathSummary[]> {
  const [rows, moment] = await Promise.all([
    prisma().contentItem.findMany({
      where: { ...readableItems(actor), kind: "path" },
      select: pathSelect,
      orderBy: oldestBankFirst,
    }),
    actor && readStudyMoment(actor, now),
  ]);
  const sources = rows.map((row) => ({
    row,
    rowId: row.id,
    bankId: row.bankId,
    payload: pathPayloadSchema.parse(row.currentVersion?.payload),
  }));
  const weeksById = await listWeeks(actor, sources, moment);
  return sources
    .map(({ row, rowId, payload }) => {
      const { title, path, level } = summaryOf(row);
      const weeks = weeksById.get(rowId) ?? [];
      return {
        ...{ id: payload.id, title, path, level, role: payload.role, summary: payload.summary },
        isFollowed: moment?.pathId === rowId,
        weeks: weeks.length,
        items: weeks.reduce((sum, { items }) => sum + items.length, 0),
        standing: moment && sumOf(weeks),
      };
    })
    .sort((a, b) => a.role.localeCompare(b.role, "en"));
}

/** One path with its weeks. @throws AppError NOT_FOUND */
export async function getPath(actor: Actor | null, slug: string, now: Date): Promise<PathDetail> {
  const where = { kind: "path" as const, topicSlug: null, slug };
  const [{ page, bankId }, moment] = await Promise.all([
    getItemPage(actor, where, pathPayloadSchema),
    actor && readStudyMoment(actor, now),
  ]);
  const { id: rowId, payload, title, path, related } = page;
  const weeks = (await listWeeks(actor, [{ rowId, bankId, payload }], moment)).get(rowId) ?? [];
  return {
    ...{ id: payload.id, title, path, level: payload.level, role: payload.role },
    ...{ summary: payload.summary, weeks, related },
    isFollowed: moment?.pathId === rowId,
    standing: moment && sumOf(weeks),
    place: placeIn(weeks),
  };
}

/** The path that the actor follows, and where they are in it; null without one that can still be read. */
export async function findFollowedPath(actor: Actor, now: Date): Promise<FollowedPath | null> {
  const moment = await readStudyMoment(actor, now);
  if (moment.pathId === null) return null;
  const row = await prisma().contentItem.findFirst({
    where: { ...readableItems(actor), kind: "path", id: moment.pathId },
    select: pathSelect,
  });
  if (!row) return null;
  const payload = pathPayloadSchema.parse(row.currentVersion?.payload);
  const { title, path } = summaryOf(row);
  const source = { rowId: row.id, bankId: row.bankId, payload };
  const weeks = (await listWeeks(actor, [source], moment)).get(row.id) ?? [];
  return { id: payload.id, title, path, weeks: weeks.length, place: placeIn(weeks) };
}

/**
 * A path that can be followed.
 * @param externalId its stable id
 * @returns the id of its row, and its address
 * @throws AppError NOT_FOUND alike when it is not there and when the actor may not read it
 */
export async function getPathToFollow(
  actor: Actor | null,
  externalId: string,
): Promise<{ id: string; path: string }> {
  const row = await prisma().contentItem.findFirst({
    where: { ...readableItems(actor), kind: "path", externalId },
    select: pathSelect,
    orderBy: oldestBankFirst,
  });
  if (!row) throw notFound("study path");
  return { id: row.id, path: summaryOf(row).path };
}
