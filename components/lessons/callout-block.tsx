import {
  Calculator,
  Flag,
  Lightbulb,
  type LucideIcon,
  Shield,
  TriangleAlert,
  Wrench,
} from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";
import { Prose } from "#components/ui/prose.tsx";
import type { CalloutTone } from "#lib/lessons/lesson-blocks.ts";

interface BlockPanelProps {
  icon: LucideIcon;
  label: string;
  /** On the raised ground instead of the sunken one. */
  raised?: boolean;
  children: ReactNode;
}

/** A quiet panel between the paragraphs of a lesson, that says what it is. */
export function BlockPanel({ icon: Icon, label, raised = false, children }: BlockPanelProps) {
  return (
    <div
      role="note"
      aria-label={label}
      className={cx(
        "max-w-measure rounded-md border border-line p-4 md:px-5",
        raised ? "bg-raised" : "bg-sunken",
      )}
    >
      <p className="mb-2 flex items-center gap-2 text-xs font-semibold text-soft">
        <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
        {label}
      </p>
      {children}
    </div>
  );
}

const callouts: Readonly<Record<CalloutTone, Pick<BlockPanelProps, "icon" | "label">>> = {
  why: { icon: Flag, label: "Why it matters" },
  insight: { icon: Lightbulb, label: "Insight" },
  limitation: { icon: TriangleAlert, label: "Limitation" },
  security: { icon: Shield, label: "Security" },
  tip: { icon: Wrench, label: "Tip" },
};

export function CalloutBlock({ tone, html }: { tone: CalloutTone; html: string }) {
  return (
    <BlockPanel {...callouts[tone]}>
      <Prose html={html} />
    </BlockPanel>
  );
}

/** A calculation with real figures. */
export function NumbersBlock({ titleHtml, html }: { titleHtml: string; html: string }) {
  return (
    <BlockPanel icon={Calculator} label="Worked numbers" raised>
      <p
        className="prose-inline mb-3 text-md leading-snug font-semibold tracking-tight"
        dangerouslySetInnerHTML={{ __html: titleHtml }}
      />
      <Prose html={html} className="tabular" />
    </BlockPanel>
  );
}
