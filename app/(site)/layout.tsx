import type { ReactNode } from "react";
import { Shell } from "#components/shell/shell.tsx";
import { findActor } from "#lib/session.ts";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const actor = await findActor();
  return <Shell account={actor && { isGuest: actor.isGuest }}>{children}</Shell>;
}
