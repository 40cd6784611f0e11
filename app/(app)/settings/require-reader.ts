import { redirect } from "next/navigation";
import { currentActor } from "#app/current-actor.ts";
import type { Actor } from "#lib/session.ts";

/** Who reads a page of their own; whoever is signed out is sent to sign in, and back to `path`. */
export async function requireReader(path: string): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(`/sign-in?notice=required&callbackUrl=${encodeURIComponent(path)}`);
  return actor;
}
