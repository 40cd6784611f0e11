import { PlainList } from "#components/content/plain-list.tsx";
import { PreviousNext } from "#components/content/previous-next.tsx";
import { RelatedItems } from "#components/content/related-items.tsx";
import { Section } from "#components/content/section.tsx";
import { SourceList } from "#components/content/source-list.tsx";
import { CardsToTake } from "#components/lessons/cards-to-take.tsx";
import { LessonSection } from "#components/lessons/lesson-section.tsx";
import { lessonAnchors } from "#lib/content/paths.ts";
import type { LessonPage } from "#lib/lessons/dto.ts";
import type { LessonSectionHtml } from "#lib/lessons/lesson-html.ts";

interface LessonArticleProps {
  item: LessonPage;
  html: { sections: readonly LessonSectionHtml[]; takeawaysHtml: readonly string[] };
}

/** Everything below the title of a lesson, from its first section to the next lesson. */
export function LessonArticle({ item, html }: LessonArticleProps) {
  const { payload, read, place, of, taken, related, previous, next } = item;
  const { sections } = html;
  const firstUnread = sections.find(({ id }) => !read.includes(id));
  return (
    <>
      {sections.map((section, index) => (
        <LessonSection
          key={section.id}
          lesson={payload.id}
          section={section}
          eyebrow={`Section ${index + 1} of ${sections.length} · Lesson ${place} of ${of}`}
          isRead={read.includes(section.id)}
          isNext={section.id === firstUnread?.id}
          isLast={index === sections.length - 1}
        />
      ))}
      <Section id={lessonAnchors.takeaways} title="Key takeaways">
        <div className="max-w-measure font-serif text-md leading-relaxed">
          <PlainList itemsHtml={html.takeawaysHtml} />
        </div>
      </Section>
      {taken.cards.length > 0 && (
        <Section id={lessonAnchors.cards} title="Cards to take along">
          <CardsToTake lesson={payload.id} items={taken.cards} />
        </Section>
      )}
      <PreviousNext previous={previous} next={next} of="lesson" />
      <Section id={lessonAnchors.sources} title="Sources">
        <SourceList sources={payload.sources} />
      </Section>
      {related.length > 0 && (
        <Section id={lessonAnchors.related} title="Related">
          <RelatedItems items={related} />
        </Section>
      )}
    </>
  );
}
