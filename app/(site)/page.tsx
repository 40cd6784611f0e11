import type { Metadata } from "next";
import { Today } from "#app/(site)/today.tsx";
import { Welcome } from "#app/(site)/welcome.tsx";
import { currentActor } from "#app/current-actor.ts";
import { pageMetadata } from "#app/page-metadata.ts";

export async function generateMetadata(): Promise<Metadata> {
  if (await currentActor()) return { title: "Today" };
  const facts = pageMetadata({
    title: "Whetstone: interview practice for senior engineers",
    description:
      "Senior-level interview questions, each answered in 30 seconds, 2 minutes and 5, and a scheduler that keeps them ready for the day.",
    path: "/",
  });
  return { ...facts, title: { absolute: "Whetstone: interview practice for senior engineers" } };
}

/** Two pages at one address: what this is for strangers, what is due for everybody else. */
export default async function HomePage() {
  const actor = await currentActor();
  return actor ? <Today actor={actor} /> : <Welcome />;
}
