import type { ButtonSize, ButtonVariant } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { Continuation } from "#lib/lessons/dto.ts";

interface ContinueLessonProps {
  continuation: Continuation;
  variant?: ButtonVariant;
  size?: ButtonSize;
}

/** Leads to the first section that was not read of the lesson that comes next. */
export function ContinueLesson({ continuation, variant, size }: ContinueLessonProps) {
  const { lesson, section, sectionNumber } = continuation;
  return (
    <ButtonLink
      href={`${lesson.path}#${section.id}`}
      prefetch={false}
      className="py-2 max-sm:w-full"
      {...(variant && { variant })}
      {...(size && { size })}
    >
      Continue: {lesson.title}, section {sectionNumber}
    </ButtonLink>
  );
}
