import type { PlotOptions } from "@observablehq/plot";
import type { ReactNode } from "react";
import { renderPlot } from "#components/charts/render-plot.ts";
import { cx } from "#components/ui/cx.ts";
import { Table } from "#components/ui/table.tsx";
import "#components/charts/charts.css";

/** How wide the space is for which a plot is drawn. */
export type PlotWidth = "narrow" | "wide";

/** Drawn at these widths, in pixels, and shown at about them. */
export const plotWidths: Readonly<Record<PlotWidth, number>> = { narrow: 300, wide: 720 };

export interface PlotTable {
  /** The first column heads the rows. */
  columns: readonly string[];
  rows: readonly (readonly ReactNode[])[];
}

interface PlotFigureProps {
  /** What the plot shows, with its main figures, for those who do not see it. */
  label: string;
  /** The options of the plot for a width; its `width` and `document` are set here. */
  draw: (width: PlotWidth) => PlotOptions;
  /** The same figures; the caption is that of the plot. */
  table: PlotTable;
  tableCaption: string;
  /** Words under the plot. */
  note?: ReactNode;
  className?: string;
}

function Drawing({ draw, width }: { draw: PlotFigureProps["draw"]; width: PlotWidth }) {
  const svg = renderPlot({ ...draw(width), width: plotWidths[width] });
  return (
    <div
      className={
        width === "narrow" ? "max-w-[25rem] @min-[34rem]:hidden" : "hidden @min-[34rem]:block"
      }
      // The SVG is made on the server by renderPlot, which escapes all text in it.
      dangerouslySetInnerHTML={{ __html: svg }}
    />
  );
}

/** A plot drawn on the server, once for a phone and once for a desk, with its figures as a table behind it. */
export function PlotFigure({ label, draw, table, tableCaption, note, className }: PlotFigureProps) {
  return (
    <figure className={cx("plot-box @container min-w-0", className)}>
      <div role="img" aria-label={label}>
        <Drawing draw={draw} width="narrow" />
        <Drawing draw={draw} width="wide" />
      </div>
      {note && <figcaption className="mt-2 text-xs text-soft">{note}</figcaption>}
      <details className="group mt-2 text-xs">
        <summary className="-mx-2 inline-flex min-h-8 items-center rounded-sm px-2 text-faint underline decoration-line underline-offset-4 hover:text-ink group-open:text-ink">
          As a table
        </summary>
        <div className="mt-2 max-h-96 overflow-y-auto">
          <Table caption={tableCaption} captionHidden className="tabular text-xs">
            <thead>
              <tr>
                {table.columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.rows.map(([head, ...cells], row) => (
                <tr key={row}>
                  <th scope="row">{head}</th>
                  {cells.map((cell, column) => (
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </figure>
  );
}
