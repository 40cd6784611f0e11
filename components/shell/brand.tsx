import { cx } from "#components/ui/cx.ts";

/** A stone, and the one bright edge that it makes. */
export function BrandMark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden
      focusable="false"
      className={cx("shrink-0", className)}
    >
      <g transform="rotate(-32 12 12)">
        <rect x="0.5" y="9.6" width="23" height="8.2" rx="1.8" fill="currentColor" />
        <rect x="0.5" y="5.6" width="23" height="2.4" rx="1.2" fill="var(--ember-fill)" />
      </g>
    </svg>
  );
}
