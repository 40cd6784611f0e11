import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

interface TableProps {
  /** Says what the table shows; read out first, and visible unless `captionHidden`. */
  caption: string;
  captionHidden?: boolean;
  /** Keeps the first column in sight while the rest scrolls sideways. */
  fixedFirst?: boolean;
  className?: string;
  /** `<thead>` and `<tbody>`; the first cell of each row is a `<th scope="row">`. */
  children: ReactNode;
}

/** A table that scrolls inside itself, by touch and by keyboard, instead of widening the page. */
export function Table({
  caption,
  captionHidden = false,
  fixedFirst = true,
  className,
  children,
}: TableProps) {
  return (
    // A scrolling box has to be reachable by keyboard.
    <div
      role="region"
      aria-label={caption}
      tabIndex={0}
      className="table-box relative overflow-x-auto"
    >
      <table className={cx("data-table w-full", fixedFirst && "fixed-first", className)}>
        <caption className={captionHidden ? "sr-only" : "pb-2 text-left text-xs text-faint"}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  );
}
