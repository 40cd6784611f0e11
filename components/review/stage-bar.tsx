import { BookOpen, Lightbulb, Timer } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/kbd.tsx";

interface StageBarProps {
  /** `target`: seconds that the rung allows, null for cards without one. */
  timer: { seconds: number; target: number | null };
  hints: { left: number; next: () => void };
  /** Opens the next longer answer; null when there is none, or nothing is revealed. */
  deeper: (() => void) | null;
  /** The page with everything about it; null before the answer. */
  readPath: string | null;
  children: ReactNode;
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function QuietTimer({ seconds, target }: StageBarProps["timer"]) {
  const isOver = target !== null && seconds > target;
  return (
    <span
      role="timer"
      aria-live="off"
      aria-label="Time on this card"
      className={cx(
        "inline-flex items-center gap-1.5 text-xs tabular",
        isOver ? "text-ink" : "text-faint",
      )}
    >
      <Timer size={14} aria-hidden />
      {clock(seconds)}
      {target !== null && <span className="text-faint">/ {clock(target)}</span>}
    </span>
  );
}

/** Within the thumb's reach: the quiet helpers, and the one thing to do next. */
export function StageBar({ timer, hints, deeper, readPath, children }: StageBarProps) {
  return (
    <div className="sticky bottom-0 border-t border-line bg-paper pb-[env(safe-area-inset-bottom)]">
      <div className="mx-auto grid max-w-measure gap-2 px-4 py-3">
        <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-3">
          <QuietTimer {...timer} />
          <span className="flex flex-wrap items-center gap-1">
            {hints.left > 0 && (
              <Button variant="quiet" size="sm" onClick={hints.next}>
                <Lightbulb size={14} aria-hidden /> Hint ({hints.left}) <Kbd>h</Kbd>
              </Button>
            )}
            {deeper && (
              <Button variant="quiet" size="sm" onClick={deeper}>
                Longer answer <Kbd>d</Kbd>
              </Button>
            )}
            {readPath !== null && (
              <a
                href={readPath}
                target="_blank"
                rel="noopener"
                className="inline-flex min-h-8 items-center gap-2 rounded-md px-3 text-xs font-medium text-soft hover:bg-sunken hover:text-ink"
              >
                <BookOpen size={14} aria-hidden /> Read all
                <span className="sr-only"> about it, in a new tab</span>
              </a>
            )}
          </span>
        </div>
        {children}
      </div>
    </div>
  );
}
