import { sectionAnchors } from "#lib/content/paths.ts";
import type { Rung } from "#lib/content/rungs.ts";

/** Where on a question's page the answer of a rung begins. */
export const rungAnchors: Readonly<Record<Rung, string>> = {
  "super-brief": sectionAnchors.superBrief,
  brief: sectionAnchors.brief,
  detailed: sectionAnchors.detailed,
};
