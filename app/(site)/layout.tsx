import type { ReactNode } from "react";
import { currentActor } from "#app/current-actor.ts";
import { KeepSession } from "#components/account/keep-session.tsx";
import { Shell } from "#components/shell/shell.tsx";

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  return (
    <Shell account={actor && { isGuest: actor.isGuest }}>
      {actor && <KeepSession />}
      {children}
    </Shell>
  );
}
