import type { Metadata } from "next";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { currentActor } from "#app/current-actor.ts";
import { SettingsTabs } from "#components/account/settings-tabs.tsx";
import { Shell } from "#components/shell/shell.tsx";

export const metadata: Metadata = { robots: { index: false } };

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in?notice=required&callbackUrl=%2Fsettings");
  return (
    <Shell account={{ isGuest: actor.isGuest }}>
      <div className="max-w-2xl">
        <SettingsTabs />
        {children}
      </div>
    </Shell>
  );
}
