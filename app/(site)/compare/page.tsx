import { currentActor } from "#app/current-actor.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { ComparisonList } from "#components/comparison/comparison-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { listComparisons } from "#lib/content/queries.ts";
import { plainText } from "#lib/markdown/plain-text.ts";

export const metadata = pageMetadata({
  title: "Comparisons",
  description:
    "Technologies side by side, aspect by aspect; where published figures disagree, both stay, each with its condition and source.",
  path: "/compare",
});

export default async function ComparePage() {
  const comparisons = await listComparisons(await currentActor());
  return (
    <>
      <PageHeader
        title="Comparisons"
        lead="Side by side, aspect by aspect. Where published figures disagree, both stay, each with its condition and its source."
      />
      {comparisons.length === 0 ? (
        <EmptyState title="There are no comparisons yet">
          They come with the content of the repository.
        </EmptyState>
      ) : (
        <ComparisonList
          comparisons={comparisons.map((item) => ({ ...item, summary: plainText(item.summary) }))}
        />
      )}
    </>
  );
}
