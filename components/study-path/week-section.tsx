import { Section } from "#components/content/section.tsx";
import { ShareBar } from "#components/study-path/share-bar.tsx";
import { standingInWords } from "#components/study-path/standing-words.ts";
import { WeekItems } from "#components/study-path/week-items.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { weekAnchor } from "#lib/content/paths.ts";
import type { PathWeek, Standing } from "#lib/study-paths/dto.ts";

function WeekStanding({ standing }: { standing: Standing }) {
  const words = standingInWords(standing);
  return words === "" ? null : (
    <div className="mb-4 grid gap-2">
      <ShareBar standing={standing} />
      <p className="tabular text-xs text-soft">{words}</p>
    </div>
  );
}

interface WeekSectionProps {
  week: PathWeek;
  /** Stable id of the path. */
  pathId: string;
  /** The week that one is in: practising it is the next thing to do. */
  isReached: boolean;
}

/** One week of a study path: what one can do after it, and what it holds. */
export function WeekSection({ week, pathId, isReached }: WeekSectionProps) {
  const { number, title, goal, items, standing } = week;
  const hasCards = items.some(({ kind }) => kind !== "lesson");
  return (
    <Section
      id={weekAnchor(number)}
      name={`Week ${number}: ${title}`}
      title={
        <>
          <span className="tabular block text-xs font-medium tracking-normal text-faint">
            Week {number}
          </span>
          {title}
        </>
      }
    >
      <p className="mb-4 max-w-measure font-serif text-md text-soft">{goal}</p>
      {standing && <WeekStanding standing={standing} />}
      <WeekItems items={items} />
      {hasCards && (
        <div className="mt-4">
          <ButtonLink
            href={`/review?item=${pathId}&week=${number}`}
            prefetch={false}
            variant={isReached ? "primary" : "secondary"}
            className="max-sm:w-full"
          >
            Practise this week
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}
