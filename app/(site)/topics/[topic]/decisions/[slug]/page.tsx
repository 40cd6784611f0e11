import type { Metadata } from "next";
import { cache } from "react";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { DecisionOutcome } from "#components/content/decision-outcome.tsx";
import { ItemArticle } from "#components/content/item-article.tsx";
import { PlainList } from "#components/content/plain-list.tsx";
import { Section } from "#components/content/section.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { getDecision } from "#lib/content/queries.ts";
import { plainText } from "#lib/markdown/plain-text.ts";
import { renderInline, renderMarkdown } from "#lib/markdown/render.ts";

interface DecisionPageProps {
  params: Promise<{ topic: string; slug: string }>;
}

const load = cache(async (topic: string, slug: string) =>
  orNotFound(getDecision(await currentActor(), topic, slug)),
);

export async function generateMetadata({ params }: DecisionPageProps): Promise<Metadata> {
  const { topic, slug } = await params;
  const { title, payload, path } = await load(topic, slug);
  return pageMetadata({
    title: `Decision: ${title}`,
    description: plainText(payload.scenario),
    path,
    type: "article",
  });
}

export default async function DecisionPage({ params }: DecisionPageProps) {
  const { topic, slug } = await params;
  const item = await load(topic, slug);
  const { scenario, constraints, options, choice, why, flip, hybrid } = item.payload;
  return (
    <ItemArticle
      item={item}
      title={item.title}
      lead={<Prose html={renderMarkdown(scenario, { idPrefix: "scenario-" })} />}
    >
      <div className="grid gap-x-10 sm:grid-cols-2">
        <Section id="constraints" title="Constraints">
          <PlainList itemsHtml={constraints.map((text) => renderInline(text))} />
        </Section>
        <Section id="options" title="Options">
          <PlainList itemsHtml={options.map((text) => renderInline(text))} />
        </Section>
      </div>
      <DecisionOutcome
        choiceHtml={renderInline(choice)}
        whyHtml={renderMarkdown(why, { idPrefix: "why-" })}
        flip={{
          constraintHtml: renderInline(flip.constraint),
          choiceHtml: renderInline(flip.choice),
        }}
        hybridHtml={hybrid === undefined ? null : renderMarkdown(hybrid, { idPrefix: "hybrid-" })}
      />
    </ItemArticle>
  );
}
