import { Ladder } from "#components/ui/ladder.tsx";
import { Prose } from "#components/ui/prose.tsx";
import { type Rung, rungs } from "#lib/content/rungs.ts";
import type { QuestionFace } from "#lib/reviews/due-schema.ts";

/** The rungs above the one that was asked, shortest first. */
export function deeperRungs(rung: Rung): readonly Rung[] {
  return rungs.slice(rungs.indexOf(rung) + 1);
}

/** The longer answers that were opened so far. */
export function DeeperTiers({ face, open }: { face: QuestionFace; open: number }) {
  return deeperRungs(face.rung)
    .slice(0, open)
    .map((rung) => (
      <section
        key={rung}
        className="grid gap-3 border-t border-line pt-5"
        aria-label="A longer answer"
      >
        <h3 className="text-sm font-semibold">
          <Ladder rung={rung} withName size={18} />
        </h3>
        <Prose html={face.answerHtmlByRung[rung]} />
      </section>
    ));
}
