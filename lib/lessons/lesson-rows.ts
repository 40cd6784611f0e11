import { readableItemsSql } from "#lib/content/access.ts";
import { itemPath, trackPath } from "#lib/content/paths.ts";
import { levelSchema } from "#lib/content/schema.ts";
import { pool } from "#lib/db.ts";
import type { LessonSummary, SectionName, TrackDetail } from "#lib/lessons/dto.ts";
import type { Actor } from "#lib/session.ts";

interface LessonRow {
  item_id: string;
  id: string;
  slug: string;
  title: string;
  level: string;
  number: number;
  topic_slug: string;
  topic_name: string;
  track_id: string;
  track_slug: string;
  track_name: string;
  track_summary: string;
  place: number;
  of: number;
  minutes: number;
  summary: string;
  sections: SectionName[];
  read: string[] | null;
  last_read_at: Date | null;
}

/** Which lessons; all of them when nothing is said. */
export interface LessonFilter {
  trackSlug?: string;
  topicId?: string;
  /** Only tracks of which the actor has read something. */
  begun?: boolean;
}

// The place in the track is counted before anything is filtered out. Of a payload only what a list shows
// is taken out, since bodies are long.
const listLessonsSql = (readable: string) => `
  WITH placed AS (
    SELECT item.id, item.external_id, item.slug, item.title, item.level, item.number, item.topic_id,
           item.current_version_id, item.track_id, bank.created_at AS bank_since,
           row_number() OVER (PARTITION BY item.track_id ORDER BY item.number, item.slug)::int AS place,
           count(*) OVER (PARTITION BY item.track_id)::int AS of
      FROM content_items item JOIN banks bank ON bank.id = item.bank_id
     WHERE item.kind = 'lesson' AND ${readable})
  SELECT placed.id AS item_id, placed.external_id AS id, placed.slug, placed.title, placed.level, placed.number,
         placed.place, placed.of, topic.slug AS topic_slug, topic.name AS topic_name, track.id AS track_id,
         track.slug AS track_slug, track.name AS track_name, track.summary AS track_summary,
         (version.payload->>'minutes')::int AS minutes, version.payload->>'summary' AS summary,
         (SELECT jsonb_agg(jsonb_build_object('id', part->'id', 'title', part->'title') ORDER BY at)
            FROM jsonb_array_elements(version.payload->'sections') WITH ORDINALITY AS parts(part, at)) AS sections,
         progress.sections AS read, progress.last_read_at
    FROM placed
    JOIN content_versions version ON version.id = placed.current_version_id
    JOIN topics topic ON topic.id = placed.topic_id
    JOIN lesson_tracks track ON track.id = placed.track_id
    CROSS JOIN LATERAL (
         SELECT array_agg(p.section) AS sections, max(p.read_at) AS last_read_at
           FROM lesson_progress p WHERE p.user_id = $1 AND p.item_id = placed.id) AS progress
   WHERE ($2::text IS NULL OR track.slug = $2)
     AND ($3::uuid IS NULL OR placed.topic_id = $3)
     AND (NOT $4 OR track.id IN (SELECT other.track_id FROM lesson_progress p
                                   JOIN content_items other ON other.id = p.item_id WHERE p.user_id = $1))
   ORDER BY placed.bank_since, track.position, track.slug, placed.place`;

/** A lesson with the ids of its row and of its track's, which pages do not show. */
export interface PlacedLesson {
  itemId: string;
  trackId: string;
  track: Omit<TrackDetail, "lessons">;
  lesson: LessonSummary;
}

function placedLesson(row: LessonRow): PlacedLesson {
  const { track_slug: trackSlug, topic_slug: topicSlug, sections } = row;
  const read = sections.map(({ id }) => id).filter((id) => row.read?.includes(id));
  return {
    itemId: row.item_id,
    trackId: row.track_id,
    track: {
      slug: trackSlug,
      name: row.track_name,
      summary: row.track_summary,
      path: trackPath(trackSlug),
    },
    lesson: {
      kind: "lesson",
      id: row.id,
      title: row.title,
      path: itemPath({ kind: "lesson", topicSlug, trackSlug, slug: row.slug }),
      number: row.number,
      topic: { slug: topicSlug, name: row.topic_name },
      level: levelSchema.parse(row.level),
      place: row.place,
      of: row.of,
      minutes: row.minutes,
      summary: row.summary,
      sections,
      read,
      // A section that the lesson has lost counts for nothing.
      lastReadAt: read.length > 0 ? row.last_read_at : null,
    },
  };
}

/** Lessons by track and place, with what the actor has read of each. */
export async function listPlacedLessons(
  actor: Actor | null,
  { trackSlug, topicId, begun = false }: LessonFilter = {},
): Promise<PlacedLesson[]> {
  const { rows } = await pool().query<LessonRow>({
    name: "list-lessons",
    text: listLessonsSql(readableItemsSql(actor)),
    values: [actor?.userId ?? null, trackSlug ?? null, topicId ?? null, begun],
  });
  return rows.map(placedLesson);
}

/** Lessons under their tracks, both in the order given. */
export function tracksOf(lessons: readonly PlacedLesson[]): TrackDetail[] {
  const byId = new Map<string, TrackDetail>();
  for (const { trackId, track, lesson } of lessons) {
    const known = byId.get(trackId);
    if (known) known.lessons.push(lesson);
    else byId.set(trackId, { ...track, lessons: [lesson] });
  }
  return [...byId.values()];
}
