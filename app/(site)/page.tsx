import type { Metadata } from "next";
import { currentActor } from "#app/current-actor.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { Welcome } from "#app/(site)/welcome.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

export async function generateMetadata(): Promise<Metadata> {
  if (await currentActor()) return { title: "Today" };
  const facts = pageMetadata({
    title: "Whetstone: interview practice for senior engineers",
    description: "Senior-level interview questions, each answered in 30 seconds, 2 minutes and 5, and a scheduler that keeps them ready for the day.",
    path: "/",
  });
  return { ...facts, title: { absolute: "Whetstone: interview practice for senior engineers" } };
}

/** Two pages at one address: what this is for strangers, what is due for everybody else. */
export default async function HomePage() {
  const actor = await currentActor();
  if (!actor) return <Welcome />;
  return (
    <>
      <PageHeader title="Today" />
      <ButtonLink href="/review" variant="primary" size="lg" prefetch={false}>
        Practise what is due
      </ButtonLink>
    </>
  );
}
