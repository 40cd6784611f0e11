import type { ItemLink } from "#lib/content/dto.ts";
import type { ContentKind, Level } from "#lib/content/schema.ts";

export const kindLabels: Readonly<Record<ContentKind, string>> = {
  question: "Question",
  comparison: "Comparison",
  myth: "Myth",
  decision: "Decision",
};

export const levelLabels: Readonly<Record<Level, string>> = {
  mid: "Mid",
  senior: "Senior",
  staff: "Staff",
};

/** "Docker Q44" for a question, otherwise what kind of thing it is. */
export function itemLabel(item: Pick<ItemLink, "kind" | "number" | "topic">): string {
  return item.number === null ? kindLabels[item.kind] : `${item.topic.name} Q${item.number}`;
}
