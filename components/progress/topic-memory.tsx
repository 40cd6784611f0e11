import Link from "next/link";
import { plural } from "#components/progress/format.ts";
import { MemoryChart } from "#components/progress/memory-chart.tsx";
import { LadderMark, rungLabels } from "#components/ui/ladder.tsx";
import { rungSchema } from "#lib/content/schema.ts";
import type { TopicMemory } from "#lib/progress/schema.ts";

/** The three rungs with how many questions are likely recalled on each; rungs not practised are left out. */
export function RungCounts({ memory }: { memory: TopicMemory }) {
  const practised = rungSchema.options.filter((rung) => memory.rungs[rung].total > 0);
  if (practised.length === 0) return null;
  return (
    <ul
      className="tabular flex flex-wrap gap-x-5 gap-y-1 text-xs text-soft"
      aria-label="Questions likely recalled, by length of answer"
    >
      {practised.map((rung) => {
        const { known, total } = memory.rungs[rung];
        return (
          <li key={rung} className="inline-flex items-center gap-1.5">
            <LadderMark rung={rung} size={14} />
            <span>
              {rungLabels[rung].time}: {known} of {total}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** One topic of the progress page. */
export function TopicMemoryItem({ memory }: { memory: TopicMemory }) {
  const { topic, expected, started, notStarted } = memory;
  return (
    <li>
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h3 className="font-semibold">
          <Link
            href={`/progress/${topic.slug}`}
            prefetch={false}
            className="underline decoration-line underline-offset-4 hover:decoration-current"
          >
            {topic.name}
          </Link>
        </h3>
        <RungCounts memory={memory} />
      </div>
      <p className="mb-4 text-soft">
        {started === 0
          ? `Not started: ${plural(notStarted, "card")} wait.`
          : `Of ${plural(started, "card")} started you would recall about ${Math.round(expected)} today.`}
      </p>
      <MemoryChart memory={memory} />
    </li>
  );
}
