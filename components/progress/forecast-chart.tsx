import { axisX, barY, gridY, ruleY, text } from "@observablehq/plot";
import { colours } from "#components/charts/colours.ts";
import { PlotFigure, type PlotWidth } from "#components/charts/plot-figure.tsx";
import { formatDay, formatDayLong, plural, weekdayOf } from "#components/progress/format.ts";
import type { ForecastDay } from "#lib/scheduler/forecast.ts";

function tickLabel(day: number, today: number): string {
  return day === today ? "Today" : formatDay(day);
}

/** Today and the Mondays after it, unless they would touch. */
function tickDays(days: readonly ForecastDay[], today: number, gap: number): number[] {
  return days
    .map(({ day }) => day)
    .filter((day) => day === today || (weekdayOf(day) === 0 && day - today >= gap));
}

/** How many cards fall due on each of the coming days. */
export function ForecastChart({
  days,
  today,
  height = 170,
}: {
  days: readonly ForecastDay[];
  today: number;
  height?: number;
}) {
  const total = days.reduce((sum, { due }) => sum + due, 0);
  const most = Math.max(1, ...days.map(({ due }) => due));
  const dueToday = days[0]?.due ?? 0;
  const busiest = days.find(({ due }) => due === most);
  const draw = (width: PlotWidth) => {
    const labelled =
      width === "wide" || days.length <= 14
        ? days.filter(({ due }) => due > 0)
        : days.filter(({ day, due }) => day === today || due === most);
    return {
      height,
      marginLeft: 4,
      marginRight: 4,
      marginTop: 18,
      marginBottom: 24,
      x: {
        type: "band" as const,
        domain: days.map(({ day }) => day),
        paddingInner: 0.22,
        paddingOuter: 0.05,
      },
      y: { domain: [0, Math.max(most, 4)], axis: null },
      marks: [
        gridY({ stroke: colours.grid, strokeOpacity: 1, ticks: 3 }),
        barY(days, {
          x: "day",
          y: "due",
          fill: ({ day }: ForecastDay) => (day === today ? colours.next : colours.data),
          rx: 1.5,
          title: ({ day, due }: ForecastDay) => `${formatDayLong(day)}: ${plural(due, "card")}`,
        }),
        text(labelled, {
          x: "day",
          y: "due",
          text: ({ due }: ForecastDay) => String(due),
          dy: -8,
          fill: colours.text,
        }),
        ruleY([0], { stroke: "var(--edge)" }),
        axisX({
          ticks: tickDays(days, today, width === "wide" ? 2 : 4),
          tickFormat: (day: number) => tickLabel(day, today),
          tickSize: 0,
          label: null,
          ...(width === "narrow" && { textAnchor: "middle" }),
        }),
      ],
    };
  };
  return (
    <PlotFigure
      label={`Cards that fall due in the next ${days.length} days: ${dueToday} today, ${total} in all, the most (${most}) on ${busiest ? formatDayLong(busiest.day) : "no day"}.`}
      draw={draw}
      tableCaption={`Cards that fall due in the next ${days.length} days`}
      table={{
        columns: ["Day", "Due"],
        rows: days.map(({ day, due }) => [
          day === today ? `Today, ${formatDay(day)}` : formatDayLong(day),
          due,
        ]),
      }}
    />
  );
}
