import type { ReactNode } from "react";

interface PageHeaderProps {
  title: ReactNode;
  /** Where this belongs, above the title: a link or a few words. */
  eyebrow?: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, eyebrow, lead, actions }: PageHeaderProps) {
  return (
    <header className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
      <div className="max-w-measure min-w-0">
        {eyebrow && <div className="mb-2 text-xs text-faint">{eyebrow}</div>}
        <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
        {lead && <p className="mt-3 text-md text-soft">{lead}</p>}
      </div>
      {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
    </header>
  );
}
