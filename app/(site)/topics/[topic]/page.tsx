import type { Metadata } from "next";
import { cache } from "react";
import { z } from "zod";
import { currentActor } from "#app/current-actor.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { pageMetadata } from "#app/page-metadata.ts";
import { Breadcrumbs } from "#components/content/breadcrumbs.tsx";
import { ItemList } from "#components/content/item-list.tsx";
import { Section } from "#components/content/section.tsx";
import { QuestionFilterForm } from "#components/question/question-filter.tsx";
import { QuestionList } from "#components/question/question-list.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import {
  getTopic,
  listComparisons,
  listDecisions,
  listMyths,
  listQuestions,
} from "#lib/content/queries.ts";
import { levelSchema, stableIdSchema } from "#lib/content/schema.ts";
import { listLessons } from "#lib/lessons/queries.ts";
import { plainText } from "#lib/markdown/plain-text.ts";
import { renderInline } from "#lib/markdown/render.ts";

interface TopicPageProps {
  params: Promise<{ topic: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

// What makes no sense in the address is left out rather than refused: a link may be old or cut.
const filterSchema = z.object({
  level: levelSchema.optional().catch(undefined),
  tag: stableIdSchema.optional().catch(undefined),
  text: z.string().trim().min(1).max(100).optional().catch(undefined),
});

const loadTopic = cache(async (slug: string) => orNotFound(getTopic(await currentActor(), slug)));

export async function generateMetadata({ params }: TopicPageProps): Promise<Metadata> {
  const topic = await loadTopic((await params).topic);
  return pageMetadata({
    title: `${topic.name} interview questions`,
    description: topic.summary,
    path: topic.path,
  });
}

function countInWords(shown: number, total: number): string {
  return shown === total ? `${total} questions` : `${shown} of ${total} questions`;
}

export default async function TopicPage({ params, searchParams }: TopicPageProps) {
  const { topic: slug } = await params;
  const { level, tag, text } = filterSchema.parse(await searchParams);
  const filter = { ...(level && { level }), ...(tag && { tag }), ...(text && { text }) };
  const actor = await currentActor();
  const topic = await loadTopic(slug);
  const [questions, comparisons, myths, decisions, lessons] = await Promise.all([
    listQuestions(actor, slug, filter),
    listComparisons(actor, slug),
    listMyths(actor, slug),
    listDecisions(actor, slug),
    listLessons(actor, slug),
  ]);

  return (
    <>
      <PageHeader
        eyebrow={<Breadcrumbs trail={[{ href: "/topics", label: "Topics" }]} />}
        title={topic.name}
        lead={topic.summary}
        actions={
          <ButtonLink href={`/review?topic=${topic.slug}`} variant="primary" prefetch={false}>
            Practise
          </ButtonLink>
        }
      />
      <QuestionFilterForm
        path={topic.path}
        levels={topic.levels}
        tags={topic.tags}
        current={filter}
      />
      <h2 className="tabular mt-8 mb-3 text-xs text-faint">
        {countInWords(questions.length, topic.counts.question)}
      </h2>
      {questions.length === 0 ? (
        <EmptyState
          title="No question matches this filter"
          action={
            <ButtonLink href={topic.path} prefetch={false}>
              Show all questions
            </ButtonLink>
          }
        >
          Try fewer words, another level, or any tag.
        </EmptyState>
      ) : (
        <QuestionList
          questions={questions.map((question) => ({
            ...question,
            questionHtml: renderInline(question.question),
          }))}
        />
      )}
      {lessons.length > 0 && (
        <Section id="lessons" title="Lessons">
          <ItemList
            entries={lessons.map(({ path, title, minutes, summary }) => ({
              path,
              title,
              text: `${minutes} min · ${plainText(summary)}`,
            }))}
          />
        </Section>
      )}
      {comparisons.length > 0 && (
        <Section id="comparisons" title="Comparisons">
          <ItemList
            entries={comparisons.map(({ path, title, summary }) => ({
              path,
              title,
              text: plainText(summary),
            }))}
          />
        </Section>
      )}
      <div className="grid gap-x-12 lg:grid-cols-2">
        {myths.length > 0 && (
          <Section id="myths" title="Myths">
            <ItemList
              entries={myths.map(({ path, claim, reality }) => ({
                path,
                title: `“${plainText(claim)}”`,
                text: plainText(reality),
              }))}
            />
          </Section>
        )}
        {decisions.length > 0 && (
          <Section id="decisions" title="Decisions">
            <ItemList
              entries={decisions.map(({ path, title, scenario }) => ({
                path,
                title,
                text: plainText(scenario),
              }))}
            />
          </Section>
        )}
      </div>
    </>
  );
}
