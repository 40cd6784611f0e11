import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

/** A key. On touch screens, where there is none to press, it is left out. */
export function Kbd({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <kbd
      className={cx(
        "inline-grid h-5 min-w-5 place-items-center rounded-sm border border-current/35 px-1 font-sans text-[0.6875rem] leading-none font-medium pointer-coarse:hidden",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
