import { LadderMark, rungLabels } from "#components/ui/ladder.tsx";
import { type Rung, rungs } from "#lib/content/rungs.ts";

/** The ladder as a way through the page: three rungs, each a link to its answer. */
export function RungNav({ anchors }: { anchors: Readonly<Record<Rung, string>> }) {
  return (
    <nav aria-label="Answers by length" className="grid grid-cols-3 rounded-md border border-line">
      {rungs.map((rung, index) => {
        const { name, time, spoken } = rungLabels[rung];
        return (
          <a
            key={rung}
            href={`#${anchors[rung]}`}
            aria-label={`${name} answer, ${spoken}`}
            className={`flex items-center gap-2.5 px-3 py-2.5 hover:bg-sunken sm:px-4 ${index > 0 ? "border-l border-line" : "rounded-l-md"} ${index === 2 ? "rounded-r-md" : ""}`}
          >
            <LadderMark rung={rung} size={22} />
            <span className="min-w-0 leading-tight">
              <span className="block text-xs text-faint max-sm:sr-only">{name}</span>
              <span className="tabular font-semibold whitespace-nowrap">{time}</span>
            </span>
          </a>
        );
      })}
    </nav>
  );
}
