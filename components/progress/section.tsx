import { type ReactNode, useId } from "react";

interface SectionProps {
  title: ReactNode;
  /** What it means and what to do with it, in a sentence or two. */
  about?: ReactNode;
  children: ReactNode;
}

/** A part of a page under a hairline: its words on the left, on a phone above, its figures beside them. */
export function Section({ title, about, children }: SectionProps) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-12 gap-y-4 border-t border-line py-8 lg:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <div>
        <h2 id={id} className="text-md leading-snug font-semibold tracking-tight">
          {title}
        </h2>
        {about && <div className="mt-2 grid max-w-measure gap-2 text-soft">{about}</div>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

export interface Figure {
  value: ReactNode;
  name: string;
  hint?: ReactNode;
}

/** A row of single figures, each with its name under it. */
export function Figures({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-6 sm:flex sm:flex-wrap sm:gap-x-12">
      {figures.map(({ value, name, hint }) => (
        <div key={name} className="flex flex-col-reverse justify-end">
          <dt className="text-xs text-soft">
            {name}
            {hint && <span className="block text-faint">{hint}</span>}
          </dt>
          <dd className="tabular text-lg font-semibold tracking-tight">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
