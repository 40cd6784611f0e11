import type { ReactNode } from "react";
import { BareShell } from "#components/shell/bare-shell.tsx";

/** Pages for practising: nothing else on the screen. */
export default function FocusLayout({ children }: { children: ReactNode }) {
  return <BareShell>{children}</BareShell>;
}
