/** The places of the rail and of the phone's bottom bar, in this order. */
export const places = [
  { href: "/", label: "Today", icon: "today" },
  { href: "/review", label: "Review", icon: "review" },
  { href: "/topics", label: "Learn", icon: "learn" },
  { href: "/compare", label: "Compare", icon: "compare" },
  { href: "/progress", label: "Progress", icon: "progress" },
] as const;

export type Place = (typeof places)[number];

/** Whether `path` lies within a place; "/" holds nothing but itself. */
export function isWithin(path: string, href: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
