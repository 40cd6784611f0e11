import { currentActor } from "#app/current-actor.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { ComparisonList } from "#components/comparison/comparison-list.tsx";
import { LearnNav } from "#components/content/learn-nav.tsx";
import { Section } from "#components/content/section.tsx";
import { TopicJumps } from "#components/content/topic-jumps.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import type { ComparisonSummary, ItemLink } from "#lib/content/dto.ts";
import { listComparisons } from "#lib/content/queries.ts";
import { plainText } from "#lib/markdown/plain-text.ts";

export const metadata = pageMetadata({
  title: "Comparisons",
  description:
    "Technologies side by side, aspect by aspect; where published figures disagree, both stay, each with its condition and source.",
  path: "/compare",
});

/** Comparisons come topic by topic. */
function groupedByTopic(comparisons: readonly ComparisonSummary[]) {
  const groups = new Map<string, { topic: ItemLink["topic"]; items: ComparisonSummary[] }>();
  for (const item of comparisons) {
    const group = groups.get(item.topic.slug) ?? { topic: item.topic, items: [] };
    group.items.push(item);
    groups.set(item.topic.slug, group);
  }
  return [...groups.values()];
}

export default async function ComparePage() {
  const comparisons = await listComparisons(await currentActor());
  const byTopic = groupedByTopic(comparisons);
  return (
    <>
      <LearnNav current="/compare" />
      <PageHeader
        title="Comparisons"
        lead="Side by side, aspect by aspect. Where published figures disagree, both stay, each with its condition and its source."
      />
      {comparisons.length === 0 ? (
        <EmptyState title="There are no comparisons yet">
          They come with the content of the repository.
        </EmptyState>
      ) : (
        <>
          <TopicJumps topics={byTopic.map(({ topic }) => topic)} />
          {byTopic.map(({ topic, items }) => (
            <Section key={topic.slug} id={topic.slug} title={topic.name}>
              <ComparisonList
                comparisons={items.map((item) => ({ ...item, summary: plainText(item.summary) }))}
              />
            </Section>
          ))}
        </>
      )}
    </>
  );
}
