import { CardName } from "#components/progress/card-name.tsx";
import { formatDuration, formatRelativeDay } from "#components/progress/format.ts";
import { GradeMark } from "#components/progress/grades.tsx";
import { Table } from "#components/ui/table.tsx";
import type { SessionCard } from "#lib/progress/schema.ts";

/** Every card of a sitting with its answers. */
export function SessionTable({ cards, today }: { cards: readonly SessionCard[]; today: number }) {
  return (
    <Table
      caption="Cards of this session"
      captionHidden
      className="tabular min-w-136 [&_tr>:first-child]:min-w-44! md:[&_tr>:first-child]:min-w-72!"
    >
      <thead>
        <tr>
          <th scope="col">Card</th>
          <th scope="col">Answers</th>
          <th scope="col">Time</th>
          <th scope="col">Scheduled for</th>
        </tr>
      </thead>
      <tbody>
        {cards.map(({ label, grades, durationMs, dueDay, wasNew }) => (
          <tr key={label.cardId}>
            <th scope="row">
              <CardName label={label} to="history" />
            </th>
            <td>
              <span className="flex flex-wrap gap-x-3">
                {grades.map((grade, index) => (
                  <GradeMark key={index} grade={grade} />
                ))}
                {wasNew && <span className="text-xs text-faint">new</span>}
              </span>
            </td>
            <td className="whitespace-nowrap">{formatDuration(durationMs)}</td>
            <td className="whitespace-nowrap">
              {dueDay === null ? "—" : formatRelativeDay(dueDay, today)}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
