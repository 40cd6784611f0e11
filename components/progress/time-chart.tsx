import { axisX, axisY, barY, gridY, ruleY, text } from "@observablehq/plot";
import { colours } from "#components/charts/colours.ts";
import { PlotFigure, type PlotWidth } from "#components/charts/plot-figure.tsx";
import {
  formatDay,
  formatDayLong,
  formatDuration,
  plural,
  weekdayOf,
} from "#components/progress/format.ts";
import type { DayTotals } from "#lib/progress/schema.ts";

interface Stretch {
  /** Its first study day. */
  day: number;
  durationMs: number;
  reviews: number;
}

const shownOf = { day: 42, week: 26 } as const;

/** Consecutive days or weeks up to today, those without study included, from the first one with some. */
function stretchesOf(days: readonly DayTotals[], today: number, by: "day" | "week"): Stretch[] {
  const length = by === "day" ? 1 : 7;
  const lastStart = by === "day" ? today : today - weekdayOf(today);
  const earliest = lastStart - (shownOf[by] - 1) * length;
  const first = Math.max(
    earliest,
    lastStart - Math.floor((lastStart - (days[0]?.day ?? today) + length - 1) / length) * length,
  );
  const stretches: Stretch[] = [];
  for (let day = first; day <= lastStart; day += length)
    stretches.push({ day, durationMs: 0, reviews: 0 });
  for (const { day, durationMs, reviews } of days) {
    const stretch = stretches[Math.floor((day - first) / length)];
    if (day < first || !stretch) continue;
    stretch.durationMs += durationMs;
    stretch.reviews += reviews;
  }
  return stretches;
}

const minutesOf = ({ durationMs }: Stretch) => durationMs / 60_000;

function tickDays(stretches: readonly Stretch[], by: "day" | "week", width: PlotWidth): number[] {
  const most = width === "wide" ? 8 : 4;
  const candidates = by === "day" ? stretches.filter(({ day }) => weekdayOf(day) === 0) : stretches;
  const every = Math.max(1, Math.ceil(candidates.length / most));
  return candidates.filter((_, index) => index % every === 0).map(({ day }) => day);
}

/** Time spent on cards, by day or by week. */
export function TimeChart({
  days,
  today,
  by,
}: {
  days: readonly DayTotals[];
  today: number;
  by: "day" | "week";
}) {
  const stretches = stretchesOf(days, today, by);
  const total = stretches.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const most = Math.max(5, ...stretches.map(minutesOf));
  const nameOf = ({ day }: Stretch) =>
    by === "day" ? formatDayLong(day) : `Week of ${formatDay(day)}`;
  const draw = (width: PlotWidth) => {
    const labels =
      by === "week" && (width === "wide" || stretches.length <= 10)
        ? stretches.filter(({ durationMs }) => durationMs > 0)
        : [];
    return {
      height: 160,
      marginLeft: 44,
      marginRight: 4,
      marginTop: 16,
      marginBottom: 24,
      x: {
        type: "band" as const,
        domain: stretches.map(({ day }) => day),
        paddingInner: 0.22,
        paddingOuter: 0.05,
      },
      y: { domain: [0, most] },
      marks: [
        gridY({ stroke: colours.grid, strokeOpacity: 1, ticks: 3 }),
        axisY({
          ticks: 3,
          tickFormat: (minutes: number) => `${minutes} min`,
          tickSize: 0,
          label: null,
        }),
        barY(stretches, {
          x: "day",
          y: minutesOf,
          fill: colours.data,
          rx: 1.5,
          title: (stretch: Stretch) => `${nameOf(stretch)}: ${formatDuration(stretch.durationMs)}`,
        }),
        text(labels, {
          x: "day",
          y: minutesOf,
          text: (stretch: Stretch) => String(Math.round(minutesOf(stretch))),
          dy: -8,
        }),
        ruleY([0], { stroke: "var(--edge)" }),
        axisX({
          ticks: tickDays(stretches, by, width),
          tickFormat: formatDay,
          tickSize: 0,
          label: null,
        }),
      ],
    };
  };
  return (
    <PlotFigure
      label={`Time spent by ${by}: ${formatDuration(total)} over ${plural(stretches.length, by)}.`}
      draw={draw}
      tableCaption={`Time spent by ${by}`}
      table={{
        columns: [by === "day" ? "Day" : "Week of", "Time", "Reviews"],
        rows: stretches
          .toReversed()
          .map((stretch) => [
            by === "day" ? formatDayLong(stretch.day) : formatDay(stretch.day),
            formatDuration(stretch.durationMs),
            stretch.reviews,
          ]),
      }}
    />
  );
}
