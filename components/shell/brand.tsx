import { cx } from "#components/ui/cx.ts";

/** A stone, and the one bright edge that it makes. */
export function BrandMark({ size = 24, className }: { size?: number; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden focusable="false" className={cx("shrink-0", className)}>
      <path d="M3.2 13.4 18.6 5.3a1.6 1.6 0 0 1 1.9.3l.9.9v5.1L6.2 19.7a1.6 1.6 0 0 1-1.8-.3l-1.6-1.6v-3.7a.8.8 0 0 1 .4-.7Z" fill="currentColor" />
      <path d="m4.6 14.4 15.6-8.2" stroke="var(--ember-fill)" strokeWidth="1.9" strokeLinecap="round" />
    </svg>
  );
}
