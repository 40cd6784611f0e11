import { type PlotOptions, plot } from "@observablehq/plot";
import { parseHTML } from "linkedom";

/** Size of text in the units of the plot, which is drawn close to the size at which it is shown. */
const fontSize = 12;

/** Three decimals of a pixel nobody sees; a year of cells with all of them is heavy. */
function shorten(svg: string): string {
  return svg.replaceAll(/\d+\.\d{2,}/g, (number) => String(Math.round(Number(number) * 10) / 10));
}

/**
 * A plot as SVG markup, drawn without a browser. Give colours as `var(--…)`, so that one drawing
 * serves both themes. Plot's own style element is left out; `charts.css` holds what is needed of it.
 */
export function renderPlot(options: PlotOptions): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = plot({ ...options, document });
  svg.querySelector("style")?.remove();
  svg.setAttribute("class", "plot");
  svg.setAttribute("font-size", String(fontSize));
  svg.removeAttribute("font-family");
  // The figure around it says in words what it shows.
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("focusable", "false");
  return shorten(svg.outerHTML);
}
