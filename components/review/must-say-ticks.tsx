import { RotateCcw } from "lucide-react";

interface MustSayTicksProps {
  points: readonly { id: string; text: string }[];
  missedLastTime: readonly string[];
  ticks: ReadonlySet<string>;
  onTick: (id: string, ticked: boolean) => void;
}

/** The points that the answer has to hold; what was ticked suggests a grade. */
export function MustSayTicks({ points, missedLastTime, ticks, onTick }: MustSayTicksProps) {
  return (
    <fieldset className="rounded-md border border-line bg-raised px-4 pt-3 pb-3">
      <legend className="px-1 text-xs font-semibold tracking-wide text-soft uppercase">
        Did you say{" "}
        <span className="tabular normal-case">
          ({ticks.size} of {points.length})
        </span>
      </legend>
      <ul>
        {points.map(({ id, text }) => (
          <li key={id}>
            <label className="flex min-h-11 items-start gap-3 py-2 md:min-h-0">
              <input
                type="checkbox"
                className="choice mt-0.5 size-5 shrink-0"
                checked={ticks.has(id)}
                onChange={(event) => onTick(id, event.target.checked)}
              />
              <span>
                {text}
                {missedLastTime.includes(id) && (
                  <span className="ml-2 inline-flex items-center gap-1 text-xs whitespace-nowrap text-danger">
                    <RotateCcw size={12} aria-hidden /> missed last time
                  </span>
                )}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
