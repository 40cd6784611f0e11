import type { QueueCounts } from "#lib/scheduler/queue.ts";

const kinds: readonly { kind: keyof QueueCounts; name: string }[] = [
  { kind: "due", name: "due" },
  { kind: "learning", name: "learning" },
  { kind: "new", name: "new" },
];

/** Cards to study now by kind, none left out, so that the row always reads the same. */
export function DueCounts({ counts }: { counts: QueueCounts }) {
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2">
      {kinds.map(({ kind, name }) => (
        <div key={kind} className="flex flex-row-reverse items-baseline gap-2">
          <dt className="text-soft">{name}</dt>
          <dd className="tabular text-lg font-semibold tracking-tight">{counts[kind]}</dd>
        </div>
      ))}
    </dl>
  );
}
