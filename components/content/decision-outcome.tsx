import { Section } from "#components/content/section.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { sectionAnchors } from "#lib/content/paths.ts";

interface DecisionOutcomeProps {
  choiceHtml: string;
  whyHtml: string;
  flip: { constraintHtml: string; choiceHtml: string };
  hybridHtml: string | null;
}

/** What to do, why, and the one change that would turn the answer. All of it sanitized HTML. */
export function DecisionOutcome({ choiceHtml, whyHtml, flip, hybridHtml }: DecisionOutcomeProps) {
  return (
    <>
      <Section id={sectionAnchors.choice} title="The choice">
        <p
          className="prose-inline mb-4 max-w-measure font-serif text-md font-semibold"
          dangerouslySetInnerHTML={{ __html: choiceHtml }}
        />
        <Prose html={whyHtml} />
      </Section>
      <Section id={sectionAnchors.flip} title="What would flip it">
        <dl className="grid max-w-measure gap-x-6 gap-y-3 sm:grid-cols-[5rem_1fr]">
          <dt className="text-sm leading-7 text-faint">If</dt>
          <dd className="prose" dangerouslySetInnerHTML={{ __html: flip.constraintHtml }} />
          <dt className="text-sm leading-7 text-faint">Then</dt>
          <dd className="prose" dangerouslySetInnerHTML={{ __html: flip.choiceHtml }} />
        </dl>
      </Section>
      {hybridHtml !== null && (
        <Section id="hybrid" title="The combination">
          <Prose html={hybridHtml} />
        </Section>
      )}
    </>
  );
}
