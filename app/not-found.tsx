import type { Metadata } from "next";
import { currentActor } from "#app/current-actor.ts";
import { NothingHere } from "#components/shell/nothing-here.tsx";
import { Shell } from "#components/shell/shell.tsx";

export const metadata: Metadata = { title: "Not found", robots: { index: false } };

/** For addresses that no route knows; what a page does not find is shown within its own layout. */
export default async function NotFound() {
  // This page must come up even when nobody can be asked who is here.
  const actor = await currentActor().catch(() => null);
  return (
    <Shell account={actor && { isGuest: actor.isGuest }}>
      <NothingHere />
    </Shell>
  );
}
