import type { Metadata } from "next";
import { cache } from "react";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { Breadcrumbs } from "#components/content/breadcrumbs.tsx";
import { itemLabel } from "#components/content/item-label.ts";
import { ItemMeta } from "#components/content/item-meta.tsx";
import { JsonLd } from "#components/content/json-ld.tsx";
import { PageContents } from "#components/content/page-contents.tsx";
import { PractiseLink } from "#components/content/practise-link.tsx";
import { PreviousNext } from "#components/content/previous-next.tsx";
import { OtherWordings } from "#components/question/other-wordings.tsx";
import { QuestionArticle } from "#components/question/question-article.tsx";
import { questionContents } from "#components/question/question-contents.tsx";
import { rungAnchors } from "#components/question/rung-anchors.ts";
import { RungNav } from "#components/question/rung-nav.tsx";
import { topicPath } from "#lib/content/paths.ts";
import { getQuestion } from "#lib/content/queries.ts";
import { plainText } from "#lib/markdown/plain-text.ts";
import { questionHtml } from "#lib/markdown/question-html.ts";

interface QuestionPageProps {
  params: Promise<{ topic: string; question: string }>;
}

const load = cache(async (topic: string, slug: string) =>
  orNotFound(getQuestion(await currentActor(), topic, slug)),
);

export async function generateMetadata({ params }: QuestionPageProps): Promise<Metadata> {
  const { topic, question } = await params;
  const item = await load(topic, question);
  return pageMetadata({
    title: `${itemLabel(item)}: ${item.wording.title}`,
    description: plainText(item.payload.superBrief),
    path: item.path,
    type: "article",
  });
}

export default async function QuestionPage({ params }: QuestionPageProps) {
  const { topic, question } = await params;
  const item = await load(topic, question);
  const { payload } = item;
  const html = questionHtml({ ...payload, question: item.wording.question });

  return (
    <article>
      <JsonLd
        data={{
          "@context": "https://schema.org",
          "@type": "QAPage",
          mainEntity: {
            "@type": "Question",
            name: item.wording.title,
            text: plainText(item.wording.question),
            answerCount: 1,
            dateModified: item.updatedAt.toISOString(),
            author: { "@type": "Organization", name: "Whetstone" },
            acceptedAnswer: {
              "@type": "Answer",
              text: plainText(payload.brief),
              author: { "@type": "Organization", name: "Whetstone" },
            },
          },
        }}
      />
      <header className="max-w-[52rem]">
        <Breadcrumbs
          trail={[
            { href: "/topics", label: "Topics" },
            { href: topicPath(item.topic.slug), label: item.topic.name },
          ]}
        />
        <div className="mt-6">
          <ItemMeta
            label={itemLabel(item)}
            level={payload.level}
            tags={payload.tags}
            topicSlug={item.topic.slug}
          />
        </div>
        <h1
          className="question-title prose-inline mt-3"
          dangerouslySetInnerHTML={{ __html: html.question }}
        />
        <OtherWordings
          wordings={item.otherWordings.map(({ path, question: text }) => ({
            path,
            text: plainText(text),
          }))}
        />
      </header>
      <div className="mt-8 grid gap-x-16 xl:grid-cols-[minmax(0,39rem)_14rem]">
        <div className="min-w-0">
          <div className="flex max-w-[39rem] flex-wrap items-center gap-4">
            <div className="grow">
              <RungNav anchors={rungAnchors} />
            </div>
            <PractiseLink itemId={payload.id} className="max-sm:w-full" />
          </div>
          <QuestionArticle
            html={html}
            code={payload.code}
            sources={payload.sources}
            related={item.related}
          />
          <PreviousNext previous={item.previous} next={item.next} />
        </div>
        <PageContents entries={questionContents(payload, item.related.length > 0)} />
      </div>
    </article>
  );
}
