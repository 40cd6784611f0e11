import { CardName } from "#components/progress/card-name.tsx";
import { formatPercent, formatRelativeDay } from "#components/progress/format.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Table } from "#components/ui/table.tsx";
import type { CardRow, CardStanding } from "#lib/progress/schema.ts";

const phaseNames: Readonly<Record<CardStanding["phase"], string>> = {
  new: "Not started",
  learning: "Learning",
  review: "In review",
  relearning: "Relearning",
};

/** When a card comes back, in words. */
export function dueInWords(
  { dueDay, suspended }: Pick<CardStanding, "dueDay" | "suspended">,
  today: number,
): string {
  if (suspended) return "suspended";
  if (dueDay === null) return "—";
  return dueDay < today ? `${today - dueDay} d overdue` : formatRelativeDay(dueDay, today);
}

export function CardFlags({
  suspended,
  leech,
  marked,
}: Pick<CardStanding, "suspended" | "leech" | "marked">) {
  if (!suspended && !leech && !marked) return null;
  return (
    <span className="inline-flex flex-wrap gap-1">
      {suspended && <Badge>suspended</Badge>}
      {leech && <Badge tone="danger">leech</Badge>}
      {marked && <Badge>marked</Badge>}
    </span>
  );
}

/** Cards with how they stand today. */
export function CardTable({
  rows,
  today,
  caption,
}: {
  rows: readonly CardRow[];
  today: number;
  caption: string;
}) {
  return (
    <Table
      caption={caption}
      captionHidden
      className="tabular min-w-160 [&_tr>:first-child]:min-w-44! md:[&_tr>:first-child]:min-w-72!"
    >
      <thead>
        <tr>
          <th scope="col">Card</th>
          <th scope="col">Recall today</th>
          <th scope="col">Due</th>
          <th scope="col">State</th>
          <th scope="col">Lapses</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label.cardId}>
            <th scope="row">
              <CardName
                label={row.label}
                to={
                  row.phase === "new" && row.reps === 0 && !row.suspended && !row.marked
                    ? "reading"
                    : "history"
                }
              />
            </th>
            <td>{row.recall === null ? "—" : formatPercent(row.recall)}</td>
            <td className="whitespace-nowrap">{dueInWords(row, today)}</td>
            <td>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                {phaseNames[row.phase]} <CardFlags {...row} />
              </span>
            </td>
            <td>{row.lapses}</td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
