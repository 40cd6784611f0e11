import { RelatedItems } from "#components/content/related-items.tsx";
import { Section } from "#components/content/section.tsx";
import { SourceList } from "#components/content/source-list.tsx";
import { AnswerTiers } from "#components/question/answer-tiers.tsx";
import { CodeSample } from "#components/question/code-sample.tsx";
import { FollowUpList } from "#components/question/follow-up-list.tsx";
import { HintList } from "#components/question/hint-list.tsx";
import { MustSayList } from "#components/question/must-say-list.tsx";
import {
  mustSayAnchor,
  relatedAnchor,
  sourcesAnchor,
} from "#components/question/question-contents.tsx";
import { rungAnchors } from "#components/question/rung-anchors.ts";
import { Prose } from "#components/ui/prose.tsx";
import type { ItemLink } from "#lib/content/dto.ts";
import { sectionAnchors } from "#lib/content/paths.ts";
import type { QuestionPayload, Rung, Source } from "#lib/content/schema.ts";

/** The Markdown fields of a question as sanitized HTML. */
export interface QuestionHtml {
  question: string;
  tiers: Readonly<Record<Rung, string>>;
  perspective: string;
  mustSay: readonly { id: string; html: string }[];
  hints: readonly { title: string; adviceHtml: string; sampleHtml: string }[];
  followUps: readonly { questionHtml: string; answerHtml: string }[];
  /** Caption and code, or the reason why there is none. */
  code: { captionHtml: string; codeHtml: string };
}

interface QuestionArticleProps {
  html: QuestionHtml;
  code: QuestionPayload["code"];
  sources: readonly Source[];
  related: readonly ItemLink[];
}

/** Everything below the question, from the shortest answer to what to read next. */
export function QuestionArticle({ html, code, sources, related }: QuestionArticleProps) {
  return (
    <>
      <AnswerTiers html={html.tiers} anchors={rungAnchors} />
      <Section id={mustSayAnchor} title="Must-say points">
        <MustSayList points={html.mustSay} />
      </Section>
      <Section id={sectionAnchors.perspective} title="Senior perspective">
        <Prose html={html.perspective} />
      </Section>
      <Section id={sectionAnchors.hints} title="Interview hints">
        <HintList hints={html.hints} />
      </Section>
      <Section id={sectionAnchors.followUps} title="Follow-ups">
        <FollowUpList followUps={html.followUps} />
      </Section>
      <Section id={sectionAnchors.code} title={code.kind === "code" ? "Code" : "Why no code"}>
        {code.kind === "code" ? (
          <CodeSample {...html.code} code={code.code} language={code.language} />
        ) : (
          <Prose html={html.code.captionHtml} />
        )}
      </Section>
      <Section id={sourcesAnchor} title="Sources">
        <SourceList sources={sources} />
      </Section>
      {related.length > 0 && (
        <Section id={relatedAnchor} title="Related">
          <RelatedItems items={related} />
        </Section>
      )}
    </>
  );
}
