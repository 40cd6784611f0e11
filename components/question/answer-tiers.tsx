import { Section } from "#components/content/section.tsx";
import { Ladder, rungLabels } from "#components/ui/ladder.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { type Rung, rungs } from "#lib/content/rungs.ts";

interface AnswerTiersProps {
  html: Readonly<Record<Rung, string>>;
  anchors: Readonly<Record<Rung, string>>;
}

/** The same answer three times, from short to long. */
export function AnswerTiers({ html, anchors }: AnswerTiersProps) {
  return rungs.map((rung) => (
    <Section
      key={rung}
      id={anchors[rung]}
      title={rungLabels[rung].name}
      aside={<Ladder rung={rung} />}
    >
      <Prose html={html[rung]} />
    </Section>
  ));
}
