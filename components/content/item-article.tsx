import type { ReactNode } from "react";
import { Breadcrumbs } from "#components/content/breadcrumbs.tsx";
import { kindLabels } from "#components/content/item-label.ts";
import { ItemMeta } from "#components/content/item-meta.tsx";
import { PractiseLink } from "#components/content/practise-link.tsx";
import { RelatedItems } from "#components/content/related-items.tsx";
import { Section } from "#components/content/section.tsx";
import { SourceList } from "#components/content/source-list.tsx";
import type { ItemPage } from "#lib/content/dto.ts";
import { topicPath } from "#lib/content/paths.ts";
import type { DecisionPayload, MythPayload } from "#lib/content/schema.ts";

interface ItemArticleProps {
  item: ItemPage<MythPayload | DecisionPayload>;
  title: ReactNode;
  lead?: ReactNode;
  children: ReactNode;
}

/** The page of a myth or a decision: what it is, its text, its sources, what to read next. */
export function ItemArticle({ item, title, lead, children }: ItemArticleProps) {
  const { payload, topic, related, kind } = item;
  return (
    <article className="max-w-[39rem]">
      <header>
        <Breadcrumbs
          trail={[
            { href: "/topics", label: "Topics" },
            { href: topicPath(topic.slug), label: topic.name },
            { href: `${topicPath(topic.slug)}#${kind}s`, label: `${kindLabels[kind]}s` },
          ]}
        />
        <div className="mt-6">
          <ItemMeta
            label={kindLabels[kind]}
            level={payload.level}
            tags={payload.tags}
            topicSlug={topic.slug}
          />
        </div>
        <h1 className="question-title mt-3">{title}</h1>
        {lead && <div className="mt-6">{lead}</div>}
        <div className="mt-6">
          <PractiseLink itemId={payload.id} className="max-sm:w-full" />
        </div>
      </header>
      {children}
      <Section id="sources" title="Sources">
        <SourceList sources={payload.sources} />
      </Section>
      {related.length > 0 && (
        <Section id="related" title="Related">
          <RelatedItems items={related} />
        </Section>
      )}
    </article>
  );
}
