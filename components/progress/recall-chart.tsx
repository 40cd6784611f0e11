import { axisX, axisY, dot, gridY, line, ruleX, ruleY, text } from "@observablehq/plot";
import { colours } from "#components/charts/colours.ts";
import { PlotFigure, type PlotWidth } from "#components/charts/plot-figure.tsx";
import { formatDay, formatDayLong, formatPercent, plural } from "#components/progress/format.ts";
import { gradeLooks } from "#components/progress/grades.tsx";
import type { CardDetail, TraceEntry } from "#lib/progress/schema.ts";
import type { Grade } from "#lib/scheduler/events.ts";

interface Answer {
  day: number;
  recall: number;
  grade: Grade;
}

/** The first answer of each day, which is the one that tested memory. */
function answersOf(entries: readonly TraceEntry[]): Answer[] {
  const byDay = new Map<number, Answer>();
  for (const { day, review } of entries) {
    if (day !== null && review)
      byDay.set(day, { day, recall: review.predicted ?? 1, grade: review.grade });
  }
  return [...byDay.values()].sort((a, b) => a.day - b.day);
}

/** How recall of one card fell and was renewed. */
export function RecallChart({ card }: { card: CardDetail }) {
  const { curve, today, desiredRetention } = card;
  const answers = answersOf(card.entries);
  const lowest = Math.min(desiredRetention, ...curve.map(({ recall }) => recall));
  const from = Math.max(0, Math.floor(lowest * 10 - 0.5) / 10);
  const last = curve.at(-1)?.day ?? today;
  const first = curve[0]?.day ?? today;
  const draw = (width: PlotWidth) => {
    const ticks = width === "wide" ? 7 : 3;
    const every = Math.max(1, Math.ceil((last - first) / ticks));
    return {
      height: 210,
      marginLeft: 42,
      marginRight: width === "wide" ? 60 : 46,
      marginTop: 16,
      marginBottom: 24,
      x: { domain: [first, Math.max(last, first + 1)] },
      y: { domain: [from, 1] },
      color: { type: "identity" as const },
      symbol: { type: "identity" as const },
      marks: [
        gridY({ stroke: colours.grid, strokeOpacity: 1, ticks: 4 }),
        axisY({ ticks: 4, tickFormat: formatPercent, tickSize: 0, label: null }),
        axisX({
          ticks: Array.from({ length: ticks + 1 }, (_, index) => first + index * every).filter(
            (day) => day <= last,
          ),
          tickFormat: formatDay,
          tickSize: 0,
          label: null,
        }),
        ruleY([desiredRetention], { stroke: colours.strong, strokeDasharray: "4 3" }),
        text([desiredRetention], {
          x: () => last,
          y: (value: number) => value,
          text: () => "wanted",
          textAnchor: "start",
          dx: 6,
          fill: colours.strong,
        }),
        ruleX([today], { stroke: "var(--edge)" }),
        text([today], {
          x: (day: number) => day,
          text: () => "today",
          frameAnchor: "top",
          dy: -10,
        }),
        line(curve, {
          x: "day",
          y: "recall",
          z: "stretch",
          stroke: colours.data,
          strokeWidth: 1.75,
        }),
        dot(answers, {
          x: "day",
          y: "recall",
          r: 5,
          fill: ({ grade }: Answer) => gradeLooks[grade].colour,
          symbol: ({ grade }: Answer) => (grade === 1 ? "times" : "circle"),
          stroke: ({ grade }: Answer) => (grade === 1 ? gradeLooks[grade].colour : colours.paper),
          title: ({ day, recall, grade }: Answer) =>
            `${formatDayLong(day)}: ${gradeLooks[grade].name}, predicted ${formatPercent(recall)}`,
        }),
      ],
    };
  };
  return (
    <PlotFigure
      label={`Predicted recall of this card over time, with ${plural(answers.length, "day")} on which it was answered.`}
      draw={draw}
      note="The line is predicted recall; a dot is an answer that was right, a cross is one that was not."
      tableCaption="Answers of this card, the first of each day"
      table={{
        columns: ["Day", "Grade", "Predicted recall"],
        rows: answers.map(({ day, grade, recall }) => [
          formatDayLong(day),
          gradeLooks[grade].name,
          formatPercent(recall),
        ]),
      }}
    />
  );
}
