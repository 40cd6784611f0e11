import { axisX, axisY, dot, gridY, line, ruleX, text } from "@observablehq/plot";
import { colours } from "#components/charts/colours.ts";
import { PlotFigure, type PlotWidth } from "#components/charts/plot-figure.tsx";
import { formatDay, formatPercent, plural } from "#components/progress/format.ts";
import type { WeekRetention } from "#lib/progress/schema.ts";

const weeksShown = 26;

/** About `most` ticks, counted back from the last week. */
function tickWeeks(weeks: readonly number[], most: number): number[] {
  const every = Math.max(1, Math.ceil(weeks.length / most));
  return weeks.filter((_, index) => (weeks.length - 1 - index) % every === 0);
}

/** Low enough for every dot; the interval of a week with few reviews may be cut. */
function floorOf(weeks: readonly WeekRetention[]): number {
  const lowest = Math.min(0.8, ...weeks.map(({ share }) => share - 0.1));
  return Math.max(0, Math.floor(lowest * 10) / 10);
}

/** What was recalled by week, with 95 % intervals, against what was wanted. */
export function RetentionChart({
  retention,
  desired,
}: {
  retention: readonly WeekRetention[];
  desired: number;
}) {
  const lastMonday = retention.at(-1)?.monday ?? 0;
  const shown = retention.filter(({ monday }) => monday > lastMonday - weeksShown * 7);
  const first = shown[0]?.monday ?? 0;
  const last = lastMonday;
  const floor = floorOf(shown);
  const weeks = Array.from({ length: (last - first) / 7 + 1 }, (_, index) => first + index * 7);
  const draw = (width: PlotWidth) => ({
    height: width === "wide" ? 220 : 200,
    marginLeft: 38,
    marginRight: width === "wide" ? 74 : 52,
    marginTop: 12,
    marginBottom: 24,
    x: { type: "point" as const, domain: weeks, padding: 0.4 },
    y: { domain: [floor, 1] },
    marks: [
      gridY({ stroke: colours.grid, strokeOpacity: 1, ticks: 5 }),
      axisY({ ticks: 5, tickFormat: formatPercent, tickSize: 0, label: null }),
      axisX({
        ticks: tickWeeks(weeks, width === "wide" ? 10 : 4),
        tickFormat: formatDay,
        tickSize: 0,
        label: null,
      }),
      line(shown, {
        x: "monday",
        y: "desired",
        stroke: colours.strong,
        strokeDasharray: "4 3",
        strokeWidth: 1.5,
        curve: "step",
      }),
      text([{ monday: last, desired: shown.at(-1)?.desired ?? desired }], {
        x: "monday",
        y: "desired",
        text: () => "wanted",
        dx: width === "wide" ? 18 : 12,
        textAnchor: "start",
        fill: colours.strong,
      }),
      ruleX(shown, {
        x: "monday",
        y1: ({ low }: WeekRetention) => Math.max(low, floor),
        y2: "high",
        stroke: colours.data,
        strokeWidth: 2,
        strokeLinecap: "round",
        strokeOpacity: 0.55,
      }),
      dot(shown, {
        x: "monday",
        y: "share",
        r: 4.5,
        fill: colours.good,
        stroke: colours.paper,
        title: ({ monday, share, low, high, count }: WeekRetention) =>
          `Week of ${formatDay(monday)}: ${formatPercent(share)} of ${count} (${formatPercent(low)}–${formatPercent(high)})`,
      }),
    ],
  });
  const total = retention.reduce((sum, { count }) => sum + count, 0);
  const passed = retention.reduce((sum, { count, share }) => sum + count * share, 0);
  return (
    <PlotFigure
      label={`True retention by week: over ${plural(retention.length, "week")}, ${formatPercent(total === 0 ? 0 : passed / total)} of ${plural(total, "review")} passed; wanted is ${formatPercent(desired)}.`}
      draw={draw}
      note="A dot is the share recalled in a week, the bar through it a 95 % interval (Wilson): the fewer reviews, the longer. Counted is the first answer to a card on a day; Hard is a pass."
      tableCaption="True retention by week"
      table={{
        columns: ["Week of", "Recalled", "95 % interval", "Reviews", "Wanted", "Predicted"],
        rows: retention
          .toReversed()
          .map(({ monday, share, low, high, count, desired: wanted, predicted }) => [
            formatDay(monday),
            formatPercent(share),
            `${formatPercent(low)} – ${formatPercent(high)}`,
            count,
            formatPercent(wanted),
            formatPercent(predicted),
          ]),
      }}
    />
  );
}
