import Link from "next/link";
import { ReadMark } from "#components/lessons/section-contents.tsx";
import { plural } from "#components/progress/format.ts";
import type { LessonSummary } from "#lib/lessons/dto.ts";

function ReadOf({ lesson }: { lesson: LessonSummary }) {
  const [read, all] = [lesson.read.length, lesson.sections.length];
  if (read === 0) return <>{plural(all, "section")}</>;
  if (read === all) return <>Read</>;
  return (
    <>
      {read} of {all} sections read
    </>
  );
}

interface LessonListProps {
  lessons: readonly LessonSummary[];
  /** What each lesson is about, as plain text by its id; titles alone without it. */
  summaries?: ReadonlyMap<string, string>;
}

/** The lessons of a track in their order, with what each takes and what was read of it. */
export function LessonList({ lessons, summaries }: LessonListProps) {
  return (
    <ol className="self-start divide-y divide-line border-y border-line">
      {lessons.map((lesson) => {
        const isRead = lesson.read.length === lesson.sections.length;
        return (
          <li key={lesson.path} className="group relative flex gap-3 py-3">
            <ReadMark isRead={isRead} />
            <div className="min-w-0 grow gap-x-6 sm:flex sm:items-baseline sm:justify-between">
              <div className="min-w-0">
                <Link
                  href={lesson.path}
                  prefetch={false}
                  className="font-medium after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-4"
                >
                  <span className="tabular text-faint">{lesson.place}.</span> {lesson.title}
                </Link>
                {summaries && (
                  <p className="mt-0.5 max-w-measure text-soft">{summaries.get(lesson.id)}</p>
                )}
              </div>
              <p className="tabular shrink-0 text-xs text-faint">
                {lesson.minutes} min · <ReadOf lesson={lesson} />
              </p>
            </div>
          </li>
        );
      })}
    </ol>
  );
}
