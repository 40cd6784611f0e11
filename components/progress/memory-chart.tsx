import { axisX, barY, ruleY, text } from "@observablehq/plot";
import { steps } from "#components/charts/colours.ts";
import { PlotFigure, type PlotWidth } from "#components/charts/plot-figure.tsx";
import { recallBands, type TopicMemory } from "#lib/progress/schema.ts";

const notStartedLabel = "not started";

/** The words of an axis on a phone. */
const shortLabels = ["< 50", "50–70", "70–80", "80–90", "90 +", "new"];

/** How many cards of a topic would be recalled today, by predicted recall. */
export function MemoryChart({ memory }: { memory: TopicMemory }) {
  const { bands, notStarted, topic } = memory;
  const columns = [
    ...recallBands.map(({ label }, index) => ({
      label,
      count: bands[index] ?? 0,
      fill: steps[index] ?? steps[4],
    })),
    { label: notStartedLabel, count: notStarted, fill: "none" },
  ];
  type Column = (typeof columns)[number];
  // A large corpus has thousands of cards not started; they must not flatten what is known.
  const most = memory.started === 0 ? Math.max(1, notStarted) : Math.max(1, ...bands);
  const heightOf = ({ count }: Column) => Math.min(count, most);
  const draw = (width: PlotWidth) => ({
    height: 150,
    marginLeft: 0,
    marginRight: 0,
    marginTop: 18,
    marginBottom: 24,
    x: {
      type: "band" as const,
      domain: columns.map(({ label }) => label),
      paddingInner: 0.14,
      paddingOuter: 0,
    },
    y: { domain: [0, most], axis: null },
    color: { type: "identity" as const },
    marks: [
      barY(columns, {
        x: "label",
        y: heightOf,
        fill: "fill",
        stroke: ({ fill }: Column) => (fill === "none" ? "var(--edge)" : "none"),
        strokeDasharray: "3 3",
        rx: 1.5,
        insetTop: 0.5,
      }),
      text(columns, {
        x: "label",
        y: heightOf,
        text: ({ count }: Column) => (count > most ? `${count} ↑` : String(count)),
        dy: -8,
        fill: "var(--ink)",
      }),
      ruleY([0], { stroke: "var(--edge)" }),
      axisX({
        tickSize: 0,
        label: null,
        ...(width === "narrow" && {
          tickFormat: (_: string, index: number) => shortLabels[index] ?? "",
        }),
      }),
    ],
  });
  return (
    <PlotFigure
      label={`${topic.name}: cards by predicted recall today. ${columns.map(({ label, count }) => `${label}: ${count}`).join(", ")}.`}
      draw={draw}
      tableCaption={`${topic.name}: cards by predicted recall today`}
      table={{
        columns: ["Predicted recall", "Cards"],
        rows: columns.map(({ label, count }) => [label, count]),
      }}
    />
  );
}
