/** The places of the rail and of the phone's bottom bar, in this order; `also` are other addresses within. */
export const places = [
  { href: "/", label: "Today", icon: "today", also: [] },
  { href: "/review", label: "Review", icon: "review", also: [] },
  { href: "/topics", label: "Learn", icon: "learn", also: ["/lessons", "/paths"] },
  { href: "/compare", label: "Compare", icon: "compare", also: [] },
  { href: "/progress", label: "Progress", icon: "progress", also: [] },
] as const;

export type Place = (typeof places)[number];

/** Whether `path` lies within `href`; "/" holds nothing but itself. */
export function isWithin(path: string, href: string): boolean {
  return href === "/" ? path === "/" : path === href || path.startsWith(`${href}/`);
}
