import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { KeepSession } from "#components/account/keep-session.tsx";
import { BareShell } from "#components/shell/bare-shell.tsx";
import { sessionCookieName } from "#lib/session.ts";

/** Pages for practising: nothing else on the screen. */
export default async function FocusLayout({ children }: { children: ReactNode }) {
  // Whether the cookie still counts is asked by the page; here it only decides what to load.
  const hasSession = (await cookies()).has(sessionCookieName());
  return (
    <BareShell>
      {hasSession && <KeepSession />}
      {children}
    </BareShell>
  );
}
