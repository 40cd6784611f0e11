import type { ItemLink } from "#lib/content/dto.ts";
import type { ContentKind, Level } from "#lib/content/schema.ts";

export const kindLabels: Readonly<Record<ContentKind, string>> = {
  question: "Question",
  comparison: "Comparison",
  myth: "Myth",
  decision: "Decision",
  lesson: "Lesson",
  path: "Study path",
};

export const levelLabels: Readonly<Record<Level, string>> = {
  mid: "Mid",
  senior: "Senior",
  staff: "Staff",
};

/** "Docker Q44" for a question, otherwise what kind of thing it is. */
export function itemLabel(item: Pick<ItemLink, "kind" | "number" | "topic">): string {
  if (item.number === null) return kindLabels[item.kind];
  return item.kind === "lesson" ? `Lesson ${item.number}` : `${item.topic.name} Q${item.number}`;
}
