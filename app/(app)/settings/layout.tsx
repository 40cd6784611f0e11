import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentActor } from "#app/current-actor.ts";
import { SettingsTabs } from "#components/account/settings-tabs.tsx";
import { Shell } from "#components/shell/shell.tsx";

export const metadata: Metadata = { robots: { index: false } };

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  // The page itself sends strangers to sign in: it knows where they want to come back to.
  if (!actor) return children;
  return (
    <Shell account={{ isGuest: actor.isGuest }}>
      <div className="max-w-2xl">
        <SettingsTabs />
        {children}
      </div>
    </Shell>
  );
}
