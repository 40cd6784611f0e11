import { cx } from "#components/ui/cx.ts";
import { type Rung, rungs } from "#lib/content/rungs.ts";

/** How long an answer on a rung may take, and what it is called. */
export const rungLabels: Readonly<Record<Rung, { time: string; spoken: string; name: string }>> = {
  "super-brief": { time: "30 s", spoken: "30 seconds", name: "Super brief" },
  brief: { time: "2 min", spoken: "2 minutes", name: "Brief" },
  detailed: { time: "5 min", spoken: "5 minutes", name: "Detailed" },
};

interface LadderProps {
  /** The rung climbed to. Without it the ladder stands empty, as a mark of the three. */
  rung?: Rung;
  /** How full each rung is, 0..1 (known share, progress), instead of one rung. */
  fill?: Readonly<Partial<Record<Rung, number>>>;
  /** Height in pixels. */
  size?: number;
  className?: string;
}

/** The mark alone: two rails, three rungs, the lowest being the shortest answer. Decorative. */
export function LadderMark({ rung, fill, size = 20, className }: LadderProps) {
  const climbed = rung ? rungs.indexOf(rung) : -1;
  return (
    <svg
      viewBox="0 0 16 20"
      width={(size * 16) / 20}
      height={size}
      aria-hidden
      focusable="false"
      className={cx("shrink-0", className)}
    >
      <path d="M2 1v18M14 1v18" stroke="var(--edge)" strokeWidth="1.25" strokeLinecap="round" />
      {rungs.map((name, index) => {
        const y = 15.5 - index * 5.5;
        const share = fill ? Math.min(1, Math.max(0, fill[name] ?? 0)) : index <= climbed ? 1 : 0;
        return (
          <g key={name}>
            <path d={`M2.6 ${y}h10.8`} stroke="var(--edge)" strokeWidth="1.25" />
            {share > 0 && (
              <path d={`M2.6 ${y}h${10.8 * share}`} stroke="currentColor" strokeWidth="3.25" />
            )}
          </g>
        );
      })}
    </svg>
  );
}

/** One tier: the ladder climbed to it, and its time. `withName` adds "Brief" and so on. */
export function Ladder({
  rung,
  size,
  withName = false,
  className,
}: {
  rung: Rung;
  size?: number;
  withName?: boolean;
  className?: string;
}) {
  const { time, spoken, name } = rungLabels[rung];
  return (
    <span className={cx("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <LadderMark rung={rung} {...(size !== undefined && { size })} />
      <span aria-hidden className="tabular">
        {withName ? `${name} · ${time}` : time}
      </span>
      <span className="sr-only">{`${name} answer, ${spoken}`}</span>
    </span>
  );
}
