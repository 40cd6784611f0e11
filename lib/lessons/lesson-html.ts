import type { LessonPayload } from "#lib/content/lesson-schema.ts";
import type { Aspect, ComparisonPayload } from "#lib/content/schema.ts";
import type { TakenItems } from "#lib/lessons/dto.ts";
import {
  type CalloutTone,
  type LessonBlock,
  parseLessonSection,
} from "#lib/lessons/lesson-blocks.ts";
import { renderInline, renderMarkdown } from "#lib/markdown/render.ts";

/** A block of a lesson, ready to be shown. Strings ending in `Html` are sanitized. */
export type LessonBlockHtml =
  | { kind: "prose"; html: string }
  | { kind: "callout"; tone: CalloutTone; html: string }
  | { kind: "numbers"; titleHtml: string; html: string }
  /** `rows` of the whole comparison, which stands at `path`. */
  | { kind: "comparison"; path: string; comparison: ComparisonPayload; rows: Aspect[] }
  | { kind: "myth"; path: string; claimHtml: string; realityHtml: string };

export interface LessonSectionHtml {
  id: string;
  titleHtml: string;
  /** The heading as plain text. */
  title: string;
  blocks: LessonBlockHtml[];
}

/** @param idPrefix precedes the ids of headings within the block */
function blockHtml(block: LessonBlock, taken: TakenItems, idPrefix: string): LessonBlockHtml[] {
  switch (block.kind) {
    case "prose":
      return [{ kind: "prose", html: renderMarkdown(block.markdown, { idPrefix }) }];
    case "callout":
      return [
        {
          kind: "callout",
          tone: block.tone,
          html: renderMarkdown(block.markdown, { idPrefix }),
        },
      ];
    case "numbers":
      return [
        {
          kind: "numbers",
          titleHtml: renderInline(block.title),
          html: renderMarkdown(block.markdown, { idPrefix }),
        },
      ];
    case "comparison": {
      const found = taken.comparisons.get(block.id);
      if (!found) return [];
      const { path, payload } = found;
      const rows = block.aspects.flatMap(
        (id) => payload.aspects.find((row) => row.id === id) ?? [],
      );
      return rows.length === 0 ? [] : [{ kind: "comparison", path, comparison: payload, rows }];
    }
    case "myth": {
      const found = taken.myths.get(block.id);
      if (!found) return [];
      const { path, payload } = found;
      return [
        {
          kind: "myth",
          path,
          claimHtml: renderInline(payload.claim),
          realityHtml: renderMarkdown(payload.reality, { idPrefix }),
        },
      ];
    }
  }
}

function sectionHtml(
  section: LessonPayload["sections"][number],
  index: number,
  taken: TakenItems,
): LessonSectionHtml {
  const { id, title, body } = section;
  const { blocks } = parseLessonSection(body);
  return {
    id,
    title,
    titleHtml: renderInline(title),
    blocks: blocks.flatMap((block, at) => blockHtml(block, taken, `s${index + 1}-${at + 1}-`)),
  };
}

/**
 * A lesson's texts as sanitized HTML. What it takes from items that are not there, or not to be read by
 * this reader, is left out.
 */
export function lessonHtml(
  { sections, takeaways }: LessonPayload,
  taken: TakenItems,
): { sections: LessonSectionHtml[]; takeawaysHtml: string[] } {
  return {
    sections: sections.map((section, index) => sectionHtml(section, index, taken)),
    takeawaysHtml: takeaways.map((text) => renderInline(text)),
  };
}
