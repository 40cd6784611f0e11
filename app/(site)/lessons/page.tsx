import Link from "next/link";
import { currentActor } from "#app/current-actor.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { LearnNav } from "#components/content/learn-nav.tsx";
import { ContinueLesson } from "#components/lessons/continue-lesson.tsx";
import { LessonList } from "#components/lessons/lesson-list.tsx";
import { plural } from "#components/progress/format.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { latestContinuation, minutesOf, sectionCounts } from "#lib/lessons/continuation.ts";
import type { TrackDetail } from "#lib/lessons/dto.ts";
import { listTracks } from "#lib/lessons/queries.ts";

export const metadata = pageMetadata({
  title: "Lessons",
  description:
    "What senior interviews assume, told in order: lessons that build on each other, each with the cards that keep it.",
  path: "/lessons",
});

function measureOf({ lessons }: TrackDetail): string {
  const { read, all } = sectionCounts(lessons);
  const size = `${plural(lessons.length, "lesson")} · ${minutesOf(lessons)} min`;
  return read === 0 ? size : `${size} · ${read} of ${all} sections read`;
}

export default async function LessonsPage() {
  const tracks = await listTracks(await currentActor());
  const continuation = latestContinuation(tracks);
  return (
    <>
      <LearnNav current="/lessons" />
      <PageHeader
        title="Lessons"
        lead="The whole of a subject, told in order. Read a section, take its cards along."
        actions={continuation && <ContinueLesson continuation={continuation} variant="primary" />}
      />
      {tracks.length === 0 ? (
        <EmptyState title="There are no lessons yet">
          They come with the content of the repository.
        </EmptyState>
      ) : (
        <div className="grid gap-14">
          {tracks.map((track) => (
            <section
              key={track.path}
              aria-labelledby={`track-${track.slug}`}
              className="grid gap-x-12 gap-y-4 lg:grid-cols-[18rem_minmax(0,1fr)]"
            >
              <div>
                <h2
                  id={`track-${track.slug}`}
                  className="text-lg leading-snug font-semibold tracking-tight"
                >
                  <Link
                    href={track.path}
                    prefetch={false}
                    className="hover:underline hover:decoration-1 hover:underline-offset-4"
                  >
                    {track.name}
                  </Link>
                </h2>
                <p className="mt-2 max-w-measure text-soft">{track.summary}</p>
                <p className="tabular mt-2 text-xs text-faint">{measureOf(track)}</p>
              </div>
              <LessonList lessons={track.lessons} />
            </section>
          ))}
        </div>
      )}
    </>
  );
}
