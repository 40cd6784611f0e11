/** One line that becomes two: the sources disagree. */
export function ForkMark({ size = 16, className }: { size?: number; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
      focusable="false"
      className={className}
    >
      <path d="M8 14.5V9.5C8 6.5 3.5 7 3.5 3M8 9.5C8 6.5 12.5 7 12.5 3" />
      <path d="M1.5 4.7 3.5 2.5l2 2.2M10.5 4.7l2-2.2 2 2.2" />
    </svg>
  );
}
