import { type ReactNode, useId } from "react";
import { cx } from "#components/ui/cx.ts";

interface PanelProps {
  /** Makes the panel a region with this heading. */
  title?: ReactNode;
  /** Beside the title, at the end. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A thing of its own on the page. Prefer space or a hairline where they are enough. */
export function Panel({ title, aside, className, children }: PanelProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={cx("rounded-md border border-line bg-raised p-4 md:p-6", className)}
    >
      {title && (
        <div className="mb-4 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
          <h2 id={id} className="text-sm font-semibold">
            {title}
          </h2>
          {aside && <div className="text-xs text-faint">{aside}</div>}
        </div>
      )}
      {children}
    </section>
  );
}
