import { axisX, axisY, dot, gridX, gridY, line, ruleX, text } from "@observablehq/plot";
import { colours } from "#components/charts/colours.ts";
import { PlotFigure, type PlotWidth } from "#components/charts/plot-figure.tsx";
import { formatPercent, plural } from "#components/progress/format.ts";
import type { Calibration, CalibrationBin } from "#lib/progress/schema.ts";

/** What was predicted against what happened, in bins of equal count. */
export function CalibrationChart({ calibration }: { calibration: Calibration }) {
  const { bins, count } = calibration;
  const least = Math.min(0.8, ...bins.flatMap(({ low, predicted }) => [low, predicted]));
  const from = Math.max(0, Math.floor(least * 10) / 10);
  const draw = (width: PlotWidth) => ({
    height: width === "wide" ? 300 : 260,
    marginLeft: 44,
    marginRight: width === "wide" ? 260 : 14,
    marginTop: 24,
    marginBottom: 40,
    x: { domain: [from, 1] },
    y: { domain: [from, 1] },
    marks: [
      gridY({ stroke: colours.grid, strokeOpacity: 1, ticks: 5 }),
      gridX({ stroke: colours.grid, strokeOpacity: 1, ticks: 5 }),
      axisY({
        ticks: 5,
        tickFormat: formatPercent,
        tickSize: 0,
        label: "recalled",
        labelArrow: "none",
        labelAnchor: "top",
      }),
      axisX({
        ticks: 5,
        tickFormat: formatPercent,
        tickSize: 0,
        label: "predicted",
        labelArrow: "none",
        labelAnchor: "center",
      }),
      line([from, 1], {
        x: (value: number) => value,
        y: (value: number) => value,
        stroke: colours.strong,
        strokeDasharray: "4 3",
        strokeWidth: 1.5,
      }),
      text([from + (1 - from) * 0.12], {
        x: (value: number) => value,
        y: (value: number) => value,
        text: () => "as predicted",
        dx: 12,
        dy: 6,
        textAnchor: "start",
        fill: colours.strong,
      }),
      ruleX(bins, {
        x: "predicted",
        y1: "low",
        y2: "high",
        stroke: colours.data,
        strokeWidth: 2,
        strokeLinecap: "round",
        strokeOpacity: 0.55,
      }),
      dot(bins, {
        x: "predicted",
        y: "share",
        r: 4.5,
        fill: colours.good,
        stroke: colours.paper,
        title: ({ predicted, share, count: n }: CalibrationBin) =>
          `Predicted ${formatPercent(predicted)}, recalled ${formatPercent(share)} of ${n}`,
      }),
    ],
  });
  return (
    <PlotFigure
      label={`Calibration over ${plural(count, "review")}: ${bins.map(({ predicted, share }) => `predicted ${formatPercent(predicted)}, recalled ${formatPercent(share)}`).join("; ")}.`}
      draw={draw}
      note="Each dot is the same number of reviews, with its 95 % interval. Above the line you recalled more than predicted, so cards could wait longer; below it, less."
      tableCaption="Predicted against actual recall"
      table={{
        columns: ["Predicted", "Recalled", "95 % interval", "Reviews"],
        rows: bins.map(({ predicted, share, low, high, count: n }) => [
          formatPercent(predicted),
          formatPercent(share),
          `${formatPercent(low)} – ${formatPercent(high)}`,
          n,
        ]),
      }}
    />
  );
}
