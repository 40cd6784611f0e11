import type { ContentsEntry } from "#components/content/page-contents.tsx";
import { rungAnchors } from "#components/question/rung-anchors.ts";
import { LadderMark, rungLabels } from "#components/ui/ladder.tsx";
import { sectionAnchors } from "#lib/content/paths.ts";
import { rungs } from "#lib/content/rungs.ts";
import type { QuestionPayload } from "#lib/content/schema.ts";

export const mustSayAnchor = "must-say";
export const sourcesAnchor = "sources";
export const relatedAnchor = "related";

/** The parts of a question's page in their order. */
export function questionContents(
  payload: Pick<QuestionPayload, "code">,
  hasRelated: boolean,
): ContentsEntry[] {
  return [
    ...rungs.map((rung) => ({
      id: rungAnchors[rung],
      label: (
        <span className="flex items-center gap-2">
          <LadderMark rung={rung} size={16} />
          {rungLabels[rung].name}
          <span className="tabular ml-auto text-xs text-faint">{rungLabels[rung].time}</span>
        </span>
      ),
    })),
    { id: mustSayAnchor, label: "Must-say points" },
    { id: sectionAnchors.perspective, label: "Senior perspective" },
    { id: sectionAnchors.hints, label: "Interview hints" },
    { id: sectionAnchors.followUps, label: "Follow-ups" },
    { id: sectionAnchors.code, label: payload.code.kind === "code" ? "Code" : "Why no code" },
    { id: sourcesAnchor, label: "Sources" },
    ...(hasRelated ? [{ id: relatedAnchor, label: "Related" }] : []),
  ];
}
