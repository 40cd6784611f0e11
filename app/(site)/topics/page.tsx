import Link from "next/link";
import { currentActor } from "#app/current-actor.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { LearnNav } from "#components/content/learn-nav.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { TopicSummary } from "#lib/content/dto.ts";
import { listTopics } from "#lib/content/queries.ts";

export const metadata = pageMetadata({
  title: "Topics",
  description:
    "Senior-level interview questions by topic, each answered in 30 seconds, in 2 minutes and in 5.",
  path: "/topics",
});

const kindsInOrder = [
  ["question", "question", "questions"],
  ["comparison", "comparison", "comparisons"],
  ["myth", "myth", "myths"],
  ["decision", "decision", "decisions"],
  ["lesson", "lesson", "lessons"],
] as const;

function countsInWords({ counts }: TopicSummary): string {
  return kindsInOrder
    .filter(([kind]) => counts[kind] > 0)
    .map(([kind, one, many]) => `${counts[kind]} ${counts[kind] === 1 ? one : many}`)
    .join(" · ");
}

export default async function TopicsPage() {
  const topics = await listTopics(await currentActor());
  return (
    <>
      <LearnNav current="/topics" />
      <PageHeader
        title="Topics"
        lead="Questions as they are asked of senior engineers, each answered at three lengths."
      />
      {topics.length === 0 ? (
        <EmptyState title="There is no content yet">
          Load the corpus with `npm run content:load`; it comes with the repository.
        </EmptyState>
      ) : (
        <ul className="divide-y divide-line border-y border-line">
          {topics.map((topic) => (
            <li
              key={topic.slug}
              className="group relative items-baseline gap-x-10 py-6 lg:grid lg:grid-cols-[1fr_auto]"
            >
              <h2 className="text-lg font-semibold lg:col-start-1 tracking-tight">
                <Link
                  href={topic.path}
                  prefetch={false}
                  className="after:absolute after:inset-0 group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4"
                >
                  {topic.name}
                </Link>
              </h2>
              <p className="mt-1 max-w-measure text-soft lg:col-start-1">{topic.summary}</p>
              <p className="tabular mt-3 text-xs text-faint lg:col-start-2 lg:row-start-1 lg:mt-0">
                {countsInWords(topic)}
              </p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
