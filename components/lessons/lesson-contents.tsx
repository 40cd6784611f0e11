import type { ContentsEntry } from "#components/content/page-contents.tsx";
import { ReadMark } from "#components/lessons/section-contents.tsx";
import { sectionAnchors } from "#lib/content/paths.ts";
import type { LessonPage } from "#lib/lessons/dto.ts";

export const cardsAnchor = "cards";
export const sourcesAnchor = "sources";
export const relatedAnchor = "related";

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
    { id: sectionAnchors.takeaways, label: "Key takeaways" },
    ...(taken.cards.length > 0 ? [{ id: cardsAnchor, label: "Cards to take along" }] : []),
    { id: sourcesAnchor, label: "Sources" },
    ...(related.length > 0 ? [{ id: relatedAnchor, label: "Related" }] : []),
  ];
}
