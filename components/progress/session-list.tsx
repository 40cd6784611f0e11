import Link from "next/link";
import { formatDuration, formatInstant, plural } from "#components/progress/format.ts";
import { GradeCounts } from "#components/progress/grades.tsx";
import type { SessionSummary } from "#lib/progress/schema.ts";

/** Sittings, latest first, each leading to its summary. */
export function SessionList({
  sessions,
  timeZone,
}: {
  sessions: readonly SessionSummary[];
  timeZone: string;
}) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {sessions.map(({ sessionId, startedAt, durationMs, cards, grades }) => (
        <li
          key={sessionId}
          className="group relative grid gap-x-6 gap-y-1 py-3 md:grid-cols-[11rem_10rem_1fr]"
        >
          <Link
            href={`/progress/sessions/${sessionId}`}
            prefetch={false}
            className="font-medium after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-4"
          >
            {formatInstant(startedAt, timeZone)}
          </Link>
          <span className="tabular text-soft">
            {plural(cards, "card")} in {formatDuration(durationMs)}
          </span>
          <GradeCounts counts={grades} className="text-xs text-soft md:justify-end" />
        </li>
      ))}
    </ul>
  );
}
