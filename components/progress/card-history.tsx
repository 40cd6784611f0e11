import {
  formatDuration,
  formatInstant,
  formatPercent,
  formatStability,
} from "#components/progress/format.ts";
import { GradeMark } from "#components/progress/grades.tsx";
import { Table } from "#components/ui/table.tsx";
import type { TraceEntry } from "#lib/progress/schema.ts";
import { formatIntervalShort } from "#lib/scheduler/format-interval.ts";

const kindNames: Readonly<Record<Exclude<TraceEntry["kind"], "review">, string>> = {
  undo: "Undone",
  suspend: "Suspended",
  unsuspend: "Unsuspended",
  bury: "Buried until the next day",
  unbury: "Unburied",
  mark: "Marked",
  unmark: "Unmarked",
};

function Happened({ entry }: { entry: TraceEntry }) {
  if (entry.undone) return <span className="text-faint">Taken back</span>;
  if (entry.review) return <GradeMark grade={entry.review.grade} />;
  return entry.kind === "review" ? null : kindNames[entry.kind];
}

function formatPrediction(review: TraceEntry["review"]): string {
  return review === null || review.predicted === null ? "—" : formatPercent(review.predicted);
}

/** Each event of a card: what was predicted, what was answered, what followed. */
export function CardHistory({
  entries,
  timeZone,
}: {
  entries: readonly TraceEntry[];
  timeZone: string;
}) {
  return (
    <Table caption="What happened to this card" captionHidden className="tabular min-w-136">
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">What</th>
          <th scope="col">Predicted</th>
          <th scope="col">Next in</th>
          <th scope="col">Stability</th>
          <th scope="col">Time</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => {
          const { id, at, review } = entry;
          return (
            <tr key={id}>
              <th scope="row">{formatInstant(at, timeZone)}</th>
              <td>
                <Happened entry={entry} />
              </td>
              <td>{formatPrediction(review)}</td>
              <td className="whitespace-nowrap">
                {review === null
                  ? "—"
                  : review.intervalDays === 0
                    ? "minutes"
                    : formatIntervalShort({ unit: "days", days: review.intervalDays })}
              </td>
              <td className="whitespace-nowrap">
                {review === null ? "—" : formatStability(review.stability)}
              </td>
              <td className="whitespace-nowrap">
                {review === null ? "—" : formatDuration(review.durationMs)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
