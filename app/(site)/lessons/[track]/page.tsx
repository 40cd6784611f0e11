import type { Metadata } from "next";
import { cache } from "react";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { Breadcrumbs } from "#components/content/breadcrumbs.tsx";
import { ContinueLesson } from "#components/lessons/continue-lesson.tsx";
import { LessonList } from "#components/lessons/lesson-list.tsx";
import { plural } from "#components/progress/format.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { continuationOf, minutesOf, sectionCounts } from "#lib/lessons/continuation.ts";
import type { TrackDetail } from "#lib/lessons/dto.ts";
import { getTrack } from "#lib/lessons/queries.ts";
import { plainText } from "#lib/markdown/plain-text.ts";

interface TrackPageProps {
  params: Promise<{ track: string }>;
}

const load = cache(async (slug: string) => orNotFound(getTrack(await currentActor(), slug)));

function sizeOf({ lessons }: TrackDetail): string {
  return `${plural(lessons.length, "lesson")}, ${minutesOf(lessons)} minutes`;
}

export async function generateMetadata({ params }: TrackPageProps): Promise<Metadata> {
  const track = await load((await params).track);
  return pageMetadata({
    title: `${track.name}: lessons`,
    description: `${track.summary} ${sizeOf(track)}.`,
    path: track.path,
  });
}

/** Begin, or go on where one left; nothing when everything is read. */
function NextStep({ track }: { track: TrackDetail }) {
  const continuation = continuationOf(track);
  if (continuation) return <ContinueLesson continuation={continuation} variant="primary" />;
  const [first] = track.lessons;
  if (!first || sectionCounts(track.lessons).read > 0) return null;
  return (
    <ButtonLink href={first.path} prefetch={false} variant="primary">
      Begin with lesson 1
    </ButtonLink>
  );
}

export default async function TrackPage({ params }: TrackPageProps) {
  const track = await load((await params).track);
  const { read, all } = sectionCounts(track.lessons);
  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs trail={[{ href: "/lessons", label: "Lessons" }]} />}
        title={track.name}
        lead={track.summary}
        actions={<NextStep track={track} />}
      />
      <p className="tabular mb-3 text-xs text-faint">
        {sizeOf(track)}
        {read > 0 && (read === all ? " · all sections read" : ` · ${read} of ${all} sections read`)}
      </p>
      <LessonList
        lessons={track.lessons}
        summaries={new Map(track.lessons.map(({ id, summary }) => [id, plainText(summary)]))}
      />
    </>
  );
}
