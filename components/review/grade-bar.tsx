"use client";

import type { MouseEvent } from "react";
import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Grade } from "#lib/scheduler/events.ts";
import { formatIntervalLong, formatIntervalShort } from "#lib/scheduler/format-interval.ts";
import type { GradeOutcome } from "#lib/scheduler/preview.ts";

const looks: Readonly<Record<Grade, { name: string; hint: string; mark: string; shape: string }>> =
  {
    1: { name: "Again", hint: "did not know it", mark: "bg-again", shape: "rotate-45" },
    2: { name: "Hard", hint: "a pass, with effort", mark: "bg-hard", shape: "h-1.5" },
    3: { name: "Good", hint: "knew it", mark: "bg-good", shape: "rounded-full" },
    4: {
      name: "Easy",
      hint: "no effort",
      mark: "bg-easy",
      shape: "[clip-path:polygon(50%_0,100%_100%,0_100%)]",
    },
  };

interface GradeBarProps {
  outcomes: Readonly<Record<Grade, GradeOutcome>>;
  suggested: Grade | null;
  onGrade: (grade: Grade, event: MouseEvent) => void;
}

/** The four grades, with what each of them does. "Hard" says that it is a pass: many use it to fail. */
export function GradeBar({ outcomes, suggested, onGrade }: GradeBarProps) {
  return (
    <div
      role="group"
      aria-label="How well did you know it?"
      className="grid grid-cols-4 gap-1.5 sm:gap-2"
    >
      {([1, 2, 3, 4] as const).map((grade) => {
        const { name, hint, mark, shape } = looks[grade];
        const { wait } = outcomes[grade];
        const isSuggested = suggested === grade;
        return (
          <button
            key={grade}
            type="button"
            onClick={(event) => onGrade(grade, event)}
            aria-label={`${name}: ${hint}. Next in ${formatIntervalLong(wait)}${isSuggested ? ". Suggested by what you ticked" : ""}`}
            className={cx(
              "relative grid min-h-16 content-center justify-items-center gap-0.5 rounded-md border bg-raised px-1 py-2 text-center transition-colors duration-150 hover:bg-sunken",
              isSuggested ? "border-ink ring-1 ring-ink" : "border-edge",
            )}
          >
            <span className="text-xs text-soft tabular">{formatIntervalShort(wait)}</span>
            <span className="flex items-center gap-1.5 text-sm font-semibold">
              <span aria-hidden className={cx("size-2.5", mark, shape)} />
              {name}
              <Kbd className="max-sm:hidden">{grade}</Kbd>
            </span>
            <span className="text-[0.6875rem] leading-tight text-soft">{hint}</span>
          </button>
        );
      })}
    </div>
  );
}
