import { getItemPage, getTopicRow, isSlug } from "#lib/content/item-rows.ts";
import { lessonPayloadSchema } from "#lib/content/lesson-schema.ts";
import { notFound } from "#lib/errors.ts";
import { latestContinuation } from "#lib/lessons/continuation.ts";
import type { Continuation, LessonPage, LessonSummary, TrackDetail } from "#lib/lessons/dto.ts";
import { listPlacedLessons, tracksOf } from "#lib/lessons/lesson-rows.ts";
import { listTakenItems } from "#lib/lessons/taken-items.ts";
import type { Actor } from "#lib/session.ts";

/** Tracks in which the actor can read something, with their lessons and what was read of them. */
export async function listTracks(actor: Actor | null): Promise<TrackDetail[]> {
  return tracksOf(await listPlacedLessons(actor));
}

/** @throws AppError NOT_FOUND */
export async function getTrack(actor: Actor | null, trackSlug: string): Promise<TrackDetail> {
  if (!isSlug(trackSlug)) throw notFound("track of lessons");
  // Two banks may have a track of one name; the address belongs to the older bank, which comes first.
  const [track] = tracksOf(await listPlacedLessons(actor, { trackSlug }));
  if (!track) throw notFound("track of lessons");
  return track;
}

/** The lessons about a topic. @throws AppError NOT_FOUND when there is no such topic */
export async function listLessons(
  actor: Actor | null,
  topicSlug: string,
): Promise<LessonSummary[]> {
  const { id: topicId } = await getTopicRow(actor, topicSlug);
  return (await listPlacedLessons(actor, { topicId })).map(({ lesson }) => lesson);
}

/** Where the actor goes on reading; null when no lesson was begun, or all that were are read. */
export async function findContinuation(actor: Actor): Promise<Continuation | null> {
  return latestContinuation(tracksOf(await listPlacedLessons(actor, { begun: true })));
}

/**
 * A lesson with everything that its page shows.
 * @throws AppError NOT_FOUND
 */
export async function getLesson(
  actor: Actor | null,
  trackSlug: string,
  slug: string,
): Promise<LessonPage> {
  const at = { kind: "lesson" as const, topicSlug: null, trackSlug, slug };
  const { page, bankId } = await getItemPage(actor, at, lessonPayloadSchema);
  const [lessons, taken] = await Promise.all([
    listPlacedLessons(actor, { trackSlug }),
    listTakenItems(actor, bankId, page.payload),
  ]);
  const own = lessons.find(({ itemId }) => itemId === page.id);
  if (!own) throw notFound("lesson");
  const { place, of, read } = own.lesson;
  const lessonAt = (wanted: number) =>
    lessons.find(({ trackId, lesson }) => trackId === own.trackId && lesson.place === wanted)
      ?.lesson ?? null;
  return {
    ...page,
    track: { slug: own.track.slug, name: own.track.name, path: own.track.path },
    ...{ place, of, read, taken },
    previous: lessonAt(place - 1),
    next: lessonAt(place + 1),
  };
}
