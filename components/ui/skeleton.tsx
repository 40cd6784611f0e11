import { cx } from "#components/ui/cx.ts";

/** Holds the place of what is coming; give it the size of that. Say "Loading" once beside it. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx("animate-pulse rounded-sm bg-line", className)} />;
}
