import { CardName } from "#components/progress/card-name.tsx";
import { formatInstant, plural } from "#components/progress/format.ts";
import type { MissedCard } from "#lib/progress/schema.ts";

/** Cards that were forgotten lately, each with a way to read it again. */
export function MissedList({
  missed,
  timeZone,
}: {
  missed: readonly MissedCard[];
  timeZone: string;
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {missed.map(({ label, times, lastAt }) => (
        <li
          key={label.cardId}
          className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3"
        >
          <CardName label={label} to="reading" />
          <span className="text-xs text-faint">
            {times > 1 ? `${plural(times, "time")}, last ` : ""}
            {formatInstant(lastAt, timeZone)}
          </span>
        </li>
      ))}
    </ul>
  );
}
