import { currentActor } from "#app/current-actor.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { LearnNav } from "#components/content/learn-nav.tsx";
import { PathList } from "#components/study-path/path-list.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listPaths } from "#lib/study-paths/queries.ts";

export const metadata = pageMetadata({
  title: "Study paths",
  description:
    "What to learn for a role, week by week: questions, comparisons, myths, decisions and lessons in one order.",
  path: "/paths",
});

export default async function PathsPage() {
  const paths = await listPaths(await currentActor(), new Date());
  return (
    <>
      <LearnNav current="/paths" />
      <PageHeader
        title="Study paths"
        lead="What to learn for a role, week by week. Follow one, and its cards are introduced first, in its order."
      />
      {paths.length === 0 ? (
        <EmptyState
          title="There are no paths yet"
          action={<ButtonLink href="/topics">Browse the topics</ButtonLink>}
        >
          They come with the content. Until then new cards are introduced topic by topic.
        </EmptyState>
      ) : (
        <PathList paths={paths} />
      )}
    </>
  );
}
