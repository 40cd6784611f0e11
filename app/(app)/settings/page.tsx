import type { Metadata } from "next";
import { requireReader } from "#app/(app)/settings/require-reader.ts";
import { SettingsForm } from "#components/account/settings-form.tsx";
import { PathSetting } from "#components/study-path/path-setting.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { getSettings } from "#lib/accounts/queries.ts";
import { listPaths } from "#lib/study-paths/queries.ts";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const reader = await requireReader("/settings");
  const [settings, paths] = await Promise.all([getSettings(reader), listPaths(reader, new Date())]);
  const timeZones = [...new Set([settings.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  return (
    <>
      <PageHeader
        title="Profile and study"
        lead="What you change here counts from the next card on. Nothing you practised is changed by it."
      />
      <SettingsForm settings={settings} timeZones={timeZones} />
      {paths.length > 0 && <PathSetting paths={paths} />}
    </>
  );
}
