import { CardName } from "#components/progress/card-name.tsx";
import { plural } from "#components/progress/format.ts";
import { Prose } from "#components/ui/prose.tsx";
import type { SessionCard } from "#lib/progress/schema.ts";

/** Cards that deserve another look, with the points that were left out. */
export function SessionMissed({ cards }: { cards: readonly SessionCard[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {cards.map(({ label, grades, missedPoints }) => {
        const times = grades.filter((grade) => grade === 1).length;
        return (
          <li key={label.cardId} className="py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
              <CardName label={label} to="reading" />
              {times > 0 && (
                <span className="text-xs text-soft">
                  {times === 1 ? "Again" : `Again, ${plural(times, "time")}`}
                </span>
              )}
            </div>
            {missedPoints.length > 0 && (
              <>
                <p className="mt-2 text-xs text-faint">Left out:</p>
                <ul className="mt-1 grid max-w-measure list-disc gap-1 pl-5 text-soft">
                  {missedPoints.map(({ id, html }) => (
                    <li key={id}>
                      <Prose html={html} plain />
                    </li>
                  ))}
                </ul>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
