import { colours } from "#components/charts/colours.ts";
import { cx } from "#components/ui/cx.ts";
import { type Grade, grades } from "#lib/scheduler/events.ts";

/** The four grades: their names, hues, and shapes for those who do not tell the hues apart. */
export const gradeLooks: Readonly<Record<Grade, { name: string; colour: string; mark: string }>> = {
  1: { name: "Again", colour: colours.again, mark: "bg-again rotate-45" },
  2: { name: "Hard", colour: colours.hard, mark: "bg-hard rounded-[1px]" },
  3: { name: "Good", colour: colours.good, mark: "bg-good rounded-full" },
  4: { name: "Easy", colour: colours.easy, mark: "bg-easy rounded-tl-full rounded-br-full" },
};

export function GradeMark({ grade }: { grade: Grade }) {
  const { name, mark } = gradeLooks[grade];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden className={cx("mx-0.5 size-2 shrink-0", mark)} />
      {name}
    </span>
  );
}

/** "4 Again · 3 Hard · 30 Good · 2 Easy"; grades that were not given are left out. */
export function GradeCounts({
  counts,
  className,
}: {
  counts: Readonly<Record<Grade, number>>;
  className?: string;
}) {
  return (
    <ul className={cx("flex flex-wrap gap-x-4 gap-y-1", className)} aria-label="Grades">
      {grades
        .filter((grade) => counts[grade] > 0)
        .map((grade) => (
          <li key={grade} className="tabular inline-flex items-center gap-1.5">
            <span>{counts[grade]}</span>
            <GradeMark grade={grade} />
          </li>
        ))}
    </ul>
  );
}
