import type { Metadata } from "next";
import { cache } from "react";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { ComparisonTable } from "#components/comparison/comparison-table.tsx";
import { ForkMark } from "#components/comparison/fork-mark.tsx";
import { sourcesInOrder } from "#components/comparison/source-numbers.ts";
import { WhyList } from "#components/comparison/why-list.tsx";
import { Breadcrumbs } from "#components/content/breadcrumbs.tsx";
import { ItemMeta } from "#components/content/item-meta.tsx";
import { PractiseLink } from "#components/content/practise-link.tsx";
import { RelatedItems } from "#components/content/related-items.tsx";
import { Section } from "#components/content/section.tsx";
import { SourceList } from "#components/content/source-list.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { sectionAnchors } from "#lib/content/paths.ts";
import { getComparison } from "#lib/content/queries.ts";
import { plainText } from "#lib/markdown/plain-text.ts";
import { renderMarkdown } from "#lib/markdown/render.ts";

interface ComparisonPageProps {
  params: Promise<{ slug: string }>;
}

const load = cache(async (slug: string) => orNotFound(getComparison(await currentActor(), slug)));

export async function generateMetadata({ params }: ComparisonPageProps): Promise<Metadata> {
  const { title, payload, path } = await load((await params).slug);
  return pageMetadata({ title, description: plainText(payload.summary), path, type: "article" });
}

export default async function ComparisonPage({ params }: ComparisonPageProps) {
  const item = await load((await params).slug);
  const { payload } = item;
  const sourceKeys = sourcesInOrder(payload);
  const contested = payload.aspects
    .flatMap(({ facts }) => Object.values(facts))
    .filter(({ claims }) => claims.length > 1).length;

  return (
    <article>
      <PageHeader
        eyebrow={
          <>
            <Breadcrumbs trail={[{ href: "/compare", label: "Comparisons" }]} />
            <div className="mt-4">
              <ItemMeta
                label={item.topic.name}
                level={payload.level}
                tags={payload.tags}
                topicSlug={item.topic.slug}
              />
            </div>
          </>
        }
        title={item.title}
        lead={plainText(payload.summary)}
        actions={<PractiseLink itemId={payload.id} />}
      />
      {contested > 0 && (
        <p className="mb-4 flex max-w-measure items-start gap-2 text-xs text-soft">
          <ForkMark className="mt-0.5 shrink-0" />
          <span>
            Where sources disagree, the fork opens every claim with its condition. Numbers in
            brackets lead to the sources.
          </span>
        </p>
      )}
      <ComparisonTable comparison={payload} sourceNumber={(key) => sourceKeys.indexOf(key) + 1} />
      <Section id={sectionAnchors.takeaway} title="Takeaway">
        <Prose html={renderMarkdown(payload.takeaway, { idPrefix: "takeaway-" })} />
      </Section>
      <Section id="why" title="Why the values are what they are">
        <WhyList
          reasons={payload.aspects.flatMap(({ id, name, why }) =>
            why === undefined
              ? []
              : [{ aspectId: id, name, html: renderMarkdown(why, { idPrefix: `why-${id}-` }) }],
          )}
        />
      </Section>
      <Section id="sources" title="Sources">
        <SourceList numbered sources={sourceKeys.flatMap((key) => payload.sources[key] ?? [])} />
      </Section>
      {item.related.length > 0 && (
        <Section id="related" title="Related">
          <RelatedItems items={item.related} />
        </Section>
      )}
    </article>
  );
}
