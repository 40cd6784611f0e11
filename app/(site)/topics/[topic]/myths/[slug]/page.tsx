import type { Metadata } from "next";
import { cache } from "react";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { ItemArticle } from "#components/content/item-article.tsx";
import { Section } from "#components/content/section.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { sectionAnchors } from "#lib/content/paths.ts";
import { getMyth } from "#lib/content/queries.ts";
import { plainText } from "#lib/markdown/plain-text.ts";
import { renderInline, renderMarkdown } from "#lib/markdown/render.ts";

interface MythPageProps {
  params: Promise<{ topic: string; slug: string }>;
}

const load = cache(async (topic: string, slug: string) =>
  orNotFound(getMyth(await currentActor(), topic, slug)),
);

export async function generateMetadata({ params }: MythPageProps): Promise<Metadata> {
  const { topic, slug } = await params;
  const { title, payload, path } = await load(topic, slug);
  return pageMetadata({
    title: `Myth: ${title}`,
    description: plainText(payload.reality),
    path,
    type: "article",
  });
}

export default async function MythPage({ params }: MythPageProps) {
  const { topic, slug } = await params;
  const item = await load(topic, slug);
  const { claim, reality, whyBelieved } = item.payload;
  return (
    <ItemArticle
      item={item}
      title={
        <>
          “<span dangerouslySetInnerHTML={{ __html: renderInline(claim) }} />”
        </>
      }
    >
      <Section id={sectionAnchors.reality} title="What is true instead">
        <Prose html={renderMarkdown(reality, { idPrefix: "reality-" })} />
      </Section>
      <Section id={sectionAnchors.whyBelieved} title="Why it is believed">
        <Prose html={renderMarkdown(whyBelieved, { idPrefix: "why-" })} />
      </Section>
    </ItemArticle>
  );
}
