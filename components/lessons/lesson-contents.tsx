import type { ContentsEntry } from "#components/content/page-contents.tsx";
import { ReadMark } from "#components/lessons/section-contents.tsx";
import { lessonAnchors } from "#lib/content/paths.ts";
import type { LessonPage } from "#lib/lessons/dto.ts";

/** The parts of a lesson's page in their order, with what was read. */
export function lessonContents(
  { read, taken, related }: Pick<LessonPage, "read" | "taken" | "related">,
  sections: readonly { id: string; titleHtml: string }[],
): ContentsEntry[] {
  return [
    ...sections.map(({ id, titleHtml }) => ({
      id,
      label: (
        <span className="flex items-start gap-2">
          <span className="prose-inline grow" dangerouslySetInnerHTML={{ __html: titleHtml }} />
          <ReadMark isRead={read.includes(id)} />
        </span>
      ),
    })),
    { id: lessonAnchors.takeaways, label: "Key takeaways" },
    ...(taken.cards.length > 0 ? [{ id: lessonAnchors.cards, label: "Cards to take along" }] : []),
    { id: lessonAnchors.sources, label: "Sources" },
    ...(related.length > 0 ? [{ id: lessonAnchors.related, label: "Related" }] : []),
  ];
}
