import type { Metadata } from "next";
import { cache } from "react";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { Breadcrumbs } from "#components/content/breadcrumbs.tsx";
import { JsonLd } from "#components/content/json-ld.tsx";
import { PageContents } from "#components/content/page-contents.tsx";
import { LessonArticle } from "#components/lessons/lesson-article.tsx";
import { lessonContents } from "#components/lessons/lesson-contents.tsx";
import { LessonMeta } from "#components/lessons/lesson-meta.tsx";
import { SectionContents } from "#components/lessons/section-contents.tsx";
import type { LessonPage as Lesson } from "#lib/lessons/dto.ts";
import { lessonHtml } from "#lib/lessons/lesson-html.ts";
import { getLesson } from "#lib/lessons/queries.ts";
import { plainText } from "#lib/markdown/plain-text.ts";

interface LessonPageProps {
  params: Promise<{ track: string; lesson: string }>;
}

const load = cache(async (track: string, slug: string) =>
  orNotFound(getLesson(await currentActor(), track, slug)),
);

export async function generateMetadata({ params }: LessonPageProps): Promise<Metadata> {
  const { track, lesson } = await params;
  const { title, path, payload, place, track: of } = await load(track, lesson);
  return pageMetadata({
    title: `${of.name}, lesson ${place}: ${title}`,
    description: plainText(payload.summary),
    path,
    type: "article",
  });
}

/** For search engines: a lesson, what it teaches, and the course that it is of. */
function structuredData({ title, payload, place, track, updatedAt }: Lesson) {
  return {
    "@context": "https://schema.org",
    "@type": "LearningResource",
    name: title,
    description: plainText(payload.summary),
    learningResourceType: "Lesson",
    educationalLevel: payload.level,
    timeRequired: `PT${payload.minutes}M`,
    teaches: payload.takeaways.map(plainText),
    dateModified: updatedAt.toISOString(),
    inLanguage: "en-GB",
    position: place,
    isPartOf: { "@type": "LearningResource", name: track.name },
    author: { "@type": "Organization", name: "Whetstone" },
  };
}

export default async function LessonPage({ params }: LessonPageProps) {
  const { track, lesson } = await params;
  const item = await load(track, lesson);
  const html = lessonHtml(item.payload, item.taken);
  return (
    <article>
      <JsonLd data={structuredData(item)} />
      <header className="max-w-[52rem]">
        <Breadcrumbs
          trail={[
            { href: "/lessons", label: "Lessons" },
            { href: item.track.path, label: item.track.name },
          ]}
        />
        <LessonMeta item={item} />
        <h1 className="question-title mt-3">{item.title}</h1>
        <p className="mt-4 max-w-measure text-md text-soft">{plainText(item.payload.summary)}</p>
      </header>
      <div className="mt-8 grid xl:mt-2 gap-x-16 xl:grid-cols-[minmax(0,39rem)_14rem]">
        <div className="min-w-0">
          <SectionContents sections={html.sections} read={item.read} />
          <LessonArticle item={item} html={html} />
        </div>
        <PageContents entries={lessonContents(item, html.sections)} />
      </div>
    </article>
  );
}
