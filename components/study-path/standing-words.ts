import { formatPercent, plural } from "#components/progress/format.ts";
import type { PathItem, Standing } from "#lib/study-paths/dto.ts";

/** How much of something was begun or read, from 0 to 1; null when there is nothing to begin. */
export function shareOf({ cards, begun, sections, sectionsRead }: Standing): number | null {
  const all = cards + sections;
  return all === 0 ? null : (begun + sectionsRead) / all;
}

/** What would be recalled today of what was begun; null when nothing was. */
function recallInWords({ begun, expected }: Standing): string | null {
  return begun === 0 ? null : `recall ${formatPercent(expected / begun)}`;
}

function joined(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(" · ");
}

/** "12 of 40 cards begun · recall 91 % · 2 of 9 lesson sections read"; what does not occur is left out. */
export function standingInWords(standing: Standing): string {
  const { cards, begun, sections, sectionsRead } = standing;
  return joined(
    cards > 0 ? `${begun} of ${plural(cards, "card")} begun` : null,
    recallInWords(standing),
    sections > 0 ? `${sectionsRead} of ${plural(sections, "lesson section")} read` : null,
  );
}

/** One item of a path, in a few words: "12 min", "3 cards", "2 of 3 cards · recall 87 %". */
export function itemInWords({ minutes, standing }: Pick<PathItem, "minutes" | "standing">): string {
  const time = minutes === null ? null : `${minutes} min`;
  if (!standing) return time ?? "";
  const { cards, begun, sections, sectionsRead } = standing;
  if (sections > 0 && sectionsRead >= sections) return "read";
  if (sectionsRead > 0) return `${sectionsRead} of ${plural(sections, "section")} read`;
  if (cards === 0) return time ?? "";
  return begun === 0
    ? plural(cards, "card")
    : joined(`${begun} of ${plural(cards, "card")}`, recallInWords(standing));
}
