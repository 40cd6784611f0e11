import { readableItems } from "#lib/content/access.ts";
import { linkOf, linkSelect } from "#lib/content/item-rows.ts";
import type { PathPayload } from "#lib/content/lesson-schema.ts";
import { pool, prisma } from "#lib/db.ts";
import type { StudyMoment } from "#lib/progress/study-moment.ts";
import type { Actor } from "#lib/session.ts";
import type { PathItem, PathWeek, Standing } from "#lib/study-paths/dto.ts";
import { listStandings } from "#lib/study-paths/list-standings.ts";
import { emptyStanding, sumStandings } from "#lib/study-paths/standing.ts";

/** How rows of paths and of what they name become what pages are given. */

interface NamedItem extends Omit<PathItem, "standing"> {
  rowId: string;
}

async function readMinutes(lessonIds: readonly string[]): Promise<Map<string, number>> {
  if (lessonIds.length === 0) return new Map();
  const { rows } = await pool().query<{ id: string; minutes: number }>({
    name: "read-minutes-of-lessons",
    text: `SELECT item.id, (v.payload ->> 'minutes')::int AS minutes
             FROM content_items item JOIN content_versions v ON v.id = item.current_version_id
            WHERE item.id = ANY($1::uuid[])`,
    values: [lessonIds],
  });
  return new Map(rows.map(({ id, minutes }) => [id, minutes]));
}

/** What the paths of one bank name, by stable id; without what the actor may not read or is gone. */
async function listNamed(
  actor: Actor | null,
  bankId: string,
  externalIds: readonly string[],
): Promise<Map<string, NamedItem>> {
  const rows = await prisma().contentItem.findMany({
    where: { ...readableItems(actor), bankId, externalId: { in: [...externalIds] } },
    select: { ...linkSelect, id: true, externalId: true },
  });
  const minutes = await readMinutes(
    rows.filter(({ kind }) => kind === "lesson").map(({ id }) => id),
  );
  return new Map(
    rows.map((row) => [
      row.externalId,
      {
        ...linkOf(row),
        id: row.externalId,
        rowId: row.id,
        minutes: minutes.get(row.id) ?? null,
      },
    ]),
  );
}

/** A path as far as its weeks go. */
export interface PathSource {
  /** Of its row. */
  rowId: string;
  bankId: string;
  payload: Pick<PathPayload, "weeks">;
}

async function listWeeksInBank(
  actor: Actor | null,
  paths: readonly PathSource[],
  bankId: string,
  moment: StudyMoment | null,
): Promise<[string, PathWeek[]][]> {
  const ids = paths.flatMap(({ payload }) => payload.weeks.flatMap(({ items }) => items));
  const named = await listNamed(actor, bankId, [...new Set(ids)]);
  const rowIds = [...named.values()].map(({ rowId }) => rowId);
  const standings = actor && moment && (await listStandings(actor, rowIds, moment));
  return paths.map(({ rowId: pathId, payload }) => [
    pathId,
    payload.weeks.map(({ title, goal, items: itemIds }, index) => {
      const items = itemIds.flatMap((id): PathItem[] => {
        const found = named.get(id);
        if (!found) return [];
        const { rowId, ...item } = found;
        return [{ ...item, standing: standings && (standings.get(rowId) ?? emptyStanding) }];
      });
      const standing = standings && sumOf(items);
      return { number: index + 1, title, goal, items, standing };
    }),
  ]);
}

/**
 * The weeks of some paths with what they hold, in order.
 * @param moment null when nobody is signed in: then there are no standings
 * @returns by the id of the path's row
 */
export async function listWeeks(
  actor: Actor | null,
  paths: readonly PathSource[],
  moment: StudyMoment | null,
): Promise<Map<string, PathWeek[]>> {
  const bankIds = [...new Set(paths.map(({ bankId }) => bankId))];
  const found = await Promise.all(
    bankIds.map((bankId) =>
      listWeeksInBank(
        actor,
        paths.filter((path) => path.bankId === bankId),
        bankId,
        moment,
      ),
    ),
  );
  return new Map(found.flat());
}

/** How far one is with all of some parts. */
export function sumOf(parts: readonly Pick<PathItem, "standing">[]): Standing {
  return sumStandings(parts.flatMap(({ standing }) => standing ?? []));
}
