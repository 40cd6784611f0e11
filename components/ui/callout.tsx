import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

export type CalloutTone = "note" | "good" | "warning" | "danger";

const looks = {
  note: { icon: Info, box: "border-line bg-sunken", mark: "text-soft" },
  good: { icon: CircleCheck, box: "border-line bg-sunken", mark: "text-good" },
  warning: { icon: TriangleAlert, box: "border-edge bg-raised", mark: "text-hard" },
  danger: { icon: CircleAlert, box: "border-danger/40 bg-danger-wash", mark: "text-danger" },
} as const;

interface CalloutProps {
  tone?: CalloutTone;
  title?: ReactNode;
  /** "alert" interrupts a screen reader, "status" waits; leave out what was there from the start. */
  role?: "alert" | "status";
  className?: string;
  children: ReactNode;
}

export function Callout({ tone = "note", title, role, className, children }: CalloutProps) {
  const { icon: Icon, box, mark } = looks[tone];
  return (
    <div role={role} className={cx("flex gap-3 rounded-md border p-4", box, className)}>
      <Icon size={18} aria-hidden className={cx("mt-0.5 shrink-0", mark)} />
      <div className="min-w-0 grow">
        {title && <p className="font-semibold">{title}</p>}
        <div className={cx(Boolean(title) && "mt-1 text-soft")}>{children}</div>
      </div>
    </div>
  );
}
