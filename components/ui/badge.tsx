import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

export type BadgeTone = "neutral" | "ember" | "danger" | "again" | "hard" | "good" | "easy";

const tones: Readonly<Record<BadgeTone, string>> = {
  neutral: "border-line text-soft",
  ember: "border-transparent bg-ember-wash text-ember",
  danger: "border-transparent bg-danger-wash text-danger",
  again: "border-again text-ink",
  hard: "border-hard text-ink",
  good: "border-good text-ink",
  easy: "border-easy text-ink",
};

/** A word or two about a thing; grades keep their hue on the border and ink for the word. */
export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: BadgeTone;
  className?: string;
  children: ReactNode;
}) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-sm border px-1.5 py-px text-xs font-medium whitespace-nowrap",
        tones[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
