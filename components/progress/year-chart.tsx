import { axisY, cell, text } from "@observablehq/plot";
import { steps } from "#components/charts/colours.ts";
import { PlotFigure, type PlotWidth } from "#components/charts/plot-figure.tsx";
import {
  dateOf,
  formatDayLong,
  formatMonth,
  plural,
  weekdayOf,
} from "#components/progress/format.ts";
import type { DayTotals } from "#lib/progress/schema.ts";

const weeksShown = 53;
const weekdayNames = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

interface Cell {
  day: number;
  reviews: number;
  /** Week counted from the first one shown. */
  week: number;
}

function cellsOfYear(days: readonly DayTotals[], today: number): Cell[] {
  const byDay = new Map(days.map(({ day, reviews }) => [day, reviews]));
  const firstDay = today - weekdayOf(today) - (weeksShown - 1) * 7;
  return Array.from({ length: today - firstDay + 1 }, (_, index) => ({
    day: firstDay + index,
    reviews: byDay.get(firstDay + index) ?? 0,
    week: Math.floor(index / 7),
  }));
}

/** Upper bounds of the lighter steps: quarters of the days on which something was done. */
function stepOf(cells: readonly Cell[]): (reviews: number) => string {
  const counts = cells
    .flatMap(({ reviews }) => (reviews > 0 ? [reviews] : []))
    .sort((a, b) => a - b);
  const bound = (share: number) => counts[Math.floor(share * (counts.length - 1))] ?? 0;
  const bounds = [bound(0.25), bound(0.5), bound(0.75)];
  return (reviews) =>
    reviews === 0
      ? steps[0]
      : (steps[1 + bounds.filter((limit) => reviews > limit).length] ?? steps[4]);
}

/** The first week of every month, to write its name above. */
function monthStarts(cells: readonly Cell[]): Cell[] {
  return cells.filter(
    ({ day, week }) => dateOf(day).getUTCDate() <= 7 && weekdayOf(day) === 0 && week > 0,
  );
}

/** Reviews of a year, a cell a day, weeks from left to right; on a phone in two halves. */
export function YearChart({ days, today }: { days: readonly DayTotals[]; today: number }) {
  const cells = cellsOfYear(days, today);
  const fill = stepOf(cells);
  const active = cells.filter(({ reviews }) => reviews > 0);
  const total = active.reduce((sum, { reviews }) => sum + reviews, 0);
  const most = Math.max(0, ...active.map(({ reviews }) => reviews));
  const draw = (width: PlotWidth) => {
    const perRow = width === "wide" ? weeksShown : 27;
    const facet = ({ week }: Cell) => Math.floor(week / perRow);
    const rows = Math.ceil(weeksShown / perRow);
    return {
      height: width === "wide" ? 118 : 230,
      marginLeft: 30,
      marginRight: 0,
      marginTop: 18,
      marginBottom: 2,
      padding: 0,
      x: {
        type: "band" as const,
        domain: Array.from({ length: perRow }, (_, week) => week),
        padding: 0.16,
        axis: null,
      },
      y: { type: "band" as const, domain: [0, 1, 2, 3, 4, 5, 6], padding: 0.16 },
      fy: {
        axis: null,
        domain: Array.from({ length: rows }, (_, row) => row),
        padding: width === "wide" ? 0 : 0.2,
      },
      marks: [
        axisY({
          ticks: [0, 2, 4, 6],
          tickFormat: (weekday: number) => weekdayNames[weekday] ?? "",
          tickSize: 0,
          label: null,
        }),
        cell(cells, {
          x: ({ week }: Cell) => week % perRow,
          y: ({ day }: Cell) => weekdayOf(day),
          fy: facet,
          fill: ({ reviews }: Cell) => fill(reviews),
          rx: 2,
          title: ({ day, reviews }: Cell) => `${formatDayLong(day)}: ${plural(reviews, "review")}`,
        }),
        text(monthStarts(cells), {
          x: ({ week }: Cell) => week % perRow,
          y: () => 0,
          fy: facet,
          text: ({ day }: Cell) => formatMonth(day),
          dy: width === "wide" ? -14 : -13,
          textAnchor: "start",
          dx: width === "wide" ? -6 : -4,
        }),
      ],
      color: { type: "identity" as const },
    };
  };
  return (
    <PlotFigure
      label={`Reviews of the last year by day: ${plural(total, "review")} on ${plural(active.length, "day")}, at most ${most} on one.`}
      draw={draw}
      note={
        active.length > 0
          ? `${plural(total, "review")} on ${plural(active.length, "day")}; the stronger the colour, the more. The busiest day had ${most}.`
          : undefined
      }
      tableCaption="Reviews of the last year, by day on which something was done"
      table={{
        columns: ["Day", "Reviews"],
        rows: active.toReversed().map(({ day, reviews }) => [formatDayLong(day), reviews]),
      }}
    />
  );
}
