import Link from "next/link";
import { LadderMark, rungLabels } from "#components/ui/ladder.tsx";
import type { CardLabel } from "#lib/progress/schema.ts";

const kindNames: Readonly<Record<CardLabel["kind"], string>> = {
  question: "Question",
  fact: "Fact",
  myth: "Myth",
  decision: "Decision",
  condition: "Contested fact",
};

/** What tells the card from others: "Q44 Containers against virtual machines", or "Image size · Containers" of a fact. */
export function titleOf({ title, number, kind, detail }: CardLabel): string {
  if (title === null) return "A card that is not available any more";
  if (kind === "question" && number !== null) return `Q${number} ${title}`;
  return detail ?? title;
}

/** Where it belongs: the length of the answer, the comparison of a fact, or the kind alone. */
export function partOf({ kind, title, rung, detail }: CardLabel): string {
  if (rung) return `${rungLabels[rung].time} answer`;
  return detail === null || title === null ? kindNames[kind] : title;
}

interface CardNameProps {
  label: CardLabel;
  /** Where the title leads: to the card's own history, or to where it can be read. */
  to: "history" | "reading";
}

export function CardName({ label, to }: CardNameProps) {
  const href = to === "history" ? `/progress/cards/${label.cardId}` : label.path;
  const title = titleOf(label);
  return (
    <span className="block min-w-0">
      {href === null ? (
        <span className="text-soft">{title}</span>
      ) : (
        <Link
          href={href}
          prefetch={false}
          className="font-medium underline decoration-line underline-offset-4 hover:decoration-current"
        >
          {title}
        </Link>
      )}
      <span className="mt-0.5 flex items-center gap-1.5 text-xs font-normal text-soft">
        {label.rung && <LadderMark rung={label.rung} size={14} />}
        {partOf(label)}
      </span>
    </span>
  );
}
