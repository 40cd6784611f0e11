/** What plots are drawn with; the values are in `charts.css` and follow the theme. */
export const colours = {
  data: "var(--data)",
  strong: "var(--data-strong)",
  grid: "var(--grid)",
  text: "var(--soft)",
  faint: "var(--faint)",
  paper: "var(--paper)",
  /** The next thing to do, and nothing else. */
  next: "var(--ember-fill)",
  again: "var(--again)",
  hard: "var(--hard)",
  good: "var(--good)",
  easy: "var(--easy)",
} as const;

/** From nothing to much. */
export const steps = [
  "var(--step-0)",
  "var(--step-1)",
  "var(--step-2)",
  "var(--step-3)",
  "var(--step-4)",
] as const;
