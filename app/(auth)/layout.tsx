import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentActor } from "#app/current-actor.ts";
import { Shell } from "#components/shell/shell.tsx";

// Some of these addresses hold the secret of a mailed link.
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  return (
    <Shell account={actor && { isGuest: actor.isGuest }}>
      <div className="mx-auto w-full max-w-md">{children}</div>
    </Shell>
  );
}
