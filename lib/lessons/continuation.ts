import type { Continuation, LessonSummary, TrackDetail } from "#lib/lessons/dto.ts";

/** The first section of a lesson that was not read; null when all were. */
function firstUnread(lesson: LessonSummary): Continuation | null {
  const index = lesson.sections.findIndex(({ id }) => !lesson.read.includes(id));
  const section = lesson.sections[index];
  return section ? { lesson, section, sectionNumber: index + 1 } : null;
}

function lastReadAt(lessons: readonly LessonSummary[]): number {
  return Math.max(...lessons.map((lesson) => lesson.lastReadAt?.getTime() ?? 0));
}

/**
 * Where to go on in a track: in the lesson that was read last, else in the next one that has something
 * left, else in an earlier one.
 * @returns null when nothing of the track was read, or everything
 */
export function continuationOf({ lessons }: Pick<TrackDetail, "lessons">): Continuation | null {
  const latest = lastReadAt(lessons);
  const current = lessons.findIndex((lesson) => lesson.lastReadAt?.getTime() === latest);
  if (current === -1) return null;
  const inTurn = [...lessons.slice(current), ...lessons.slice(0, current)];
  for (const lesson of inTurn) {
    const found = firstUnread(lesson);
    if (found) return found;
  }
  return null;
}

/** Where to go on of all tracks: in the one that was read last, of those that have something left. */
export function latestContinuation(
  tracks: readonly Pick<TrackDetail, "lessons">[],
): Continuation | null {
  const byRecency = tracks
    .filter(({ lessons }) => lastReadAt(lessons) > 0)
    .sort((a, b) => lastReadAt(b.lessons) - lastReadAt(a.lessons));
  for (const track of byRecency) {
    const found = continuationOf(track);
    if (found) return found;
  }
  return null;
}

/** How many sections there are and how many were read. */
export function sectionCounts(lessons: readonly LessonSummary[]): { read: number; all: number } {
  return {
    read: lessons.reduce((sum, { read }) => sum + read.length, 0),
    all: lessons.reduce((sum, { sections }) => sum + sections.length, 0),
  };
}

/** What the lessons take to read, together. */
export function minutesOf(lessons: readonly LessonSummary[]): number {
  return lessons.reduce((sum, { minutes }) => sum + minutes, 0);
}
