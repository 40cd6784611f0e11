import { ArrowDown, Check } from "lucide-react";
import { Section } from "#components/content/section.tsx";
import { LessonBlocks } from "#components/lessons/lesson-blocks.tsx";
import { SectionForm } from "#components/lessons/section-form.tsx";
import type { LessonSectionHtml } from "#lib/lessons/lesson-html.ts";

interface LessonSectionProps {
  /** Stable id of the lesson. */
  lesson: string;
  section: LessonSectionHtml;
  /** "Section 2 of 4 · Lesson 3 of 7" */
  eyebrow: string;
  isRead: boolean;
  /** The first that was not read: its button is the next thing to do. */
  isNext: boolean;
  isLast: boolean;
}

/** A section, and under it the button that says that it was read, or takes that back. */
export function LessonSection({
  lesson,
  section,
  eyebrow,
  isRead,
  isNext,
  isLast,
}: LessonSectionProps) {
  return (
    <Section
      id={section.id}
      eyebrow={eyebrow}
      title={
        <span className="prose-inline" dangerouslySetInnerHTML={{ __html: section.titleHtml }} />
      }
      name={section.title}
    >
      <LessonBlocks blocks={section.blocks} />
      <div className="mt-6 flex flex-wrap items-center gap-x-2">
        {isRead && (
          <span className="inline-flex items-center gap-1.5 font-medium">
            <Check size={18} aria-hidden className="text-good" />
            Read
          </span>
        )}
        <SectionForm
          lesson={lesson}
          section={section.id}
          read={!isRead}
          variant={isRead ? "quiet" : isNext ? "primary" : "secondary"}
          label={isRead ? `Mark unread: ${section.title}` : undefined}
        >
          {isRead ? "Mark unread" : isLast ? "Read, to the takeaways" : "Read, next section"}
          {!isRead && <ArrowDown size={16} aria-hidden />}
        </SectionForm>
      </div>
    </Section>
  );
}
