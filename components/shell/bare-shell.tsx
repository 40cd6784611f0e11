import type { ReactNode } from "react";
import { SkipLink } from "#components/shell/skip-link.tsx";
import { ToastRegion } from "#components/ui/toast.tsx";

/** Nothing else on the screen, for practising: no navigation, and none of its JavaScript. */
export function BareShell({ children }: { children: ReactNode }) {
  return (
    <>
      <SkipLink />
      <main id="main" tabIndex={-1} className="min-h-dvh outline-none">
        {children}
      </main>
      <ToastRegion />
    </>
  );
}
