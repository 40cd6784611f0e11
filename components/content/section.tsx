import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

interface SectionProps {
  /** The anchor; links point here, so it stays. */
  id: string;
  title: ReactNode;
  /** Where this stands in a whole, above the heading. */
  eyebrow?: ReactNode;
  /** At the end of the heading's line. */
  aside?: ReactNode;
  /** Heard instead of an unclear title in "Link to …". */
  name?: string;
  className?: string;
  children: ReactNode;
}

/** A part of a reading page: a hairline, a heading that can be linked to, the text. */
export function Section({ id, title, eyebrow, aside, name, className, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={cx("mt-12 border-t border-line pt-6", className)}
    >
      {eyebrow && <p className="tabular mb-1 text-xs text-faint">{eyebrow}</p>}
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id={`${id}-title`} className="group text-lg font-semibold tracking-tight">
          {title}
          <a
            href={`#${id}`}
            className="anchor"
            aria-label={`Link to “${name ?? (typeof title === "string" ? title : id)}”`}
          >
            #
          </a>
        </h2>
        {aside && <div className="shrink-0 text-xs text-soft">{aside}</div>}
      </div>
      {children}
    </section>
  );
}
