import { Badge } from "#components/ui/badge.tsx";
import { Ladder } from "#components/ui/ladder.tsx";
import { Prose } from "#components/ui/prose.tsx";
import type { CardFace, DecisionFace } from "#lib/reviews/due-schema.ts";

const kindLabels = {
  question: "Question",
  fact: "Fact",
  myth: "Myth",
  decision: "Decision",
  condition: "Contested fact",
} as const;

function Origin({ face }: { face: CardFace }) {
  const place =
    face.kind === "question"
      ? `${face.topic} Q${face.number}`
      : `${face.topic} · ${kindLabels[face.kind]}`;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-soft">
      <span className="font-medium text-ink tabular">{place}</span>
      {(face.kind === "fact" || face.kind === "condition") && <span>{face.title}</span>}
      <Badge>{face.level}</Badge>
      {face.kind === "question" && <Ladder rung={face.rung} withName size={18} />}
    </p>
  );
}

function DecisionSituation({ face }: { face: DecisionFace }) {
  return (
    <>
      <Prose html={face.scenarioHtml} />
      <dl className="grid gap-4 text-sm sm:grid-cols-2">
        <div>
          <dt className="font-semibold">Constraints</dt>
          <dd>
            <ul className="mt-1 list-disc space-y-1 pl-5 text-soft">
              {face.constraints.map((constraint) => (
                <li key={constraint}>{constraint}</li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt className="font-semibold">Options</dt>
          <dd>
            <ul className="mt-1 list-disc space-y-1 pl-5 text-soft">
              {face.options.map((option) => (
                <li key={option}>{option}</li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </>
  );
}

const heading = "font-serif text-lg font-medium outline-none md:text-xl";

/** What is asked. The heading can take the focus, so that screen readers read the next card out. */
export function CardFront({ face, headingId }: { face: CardFace; headingId: string }) {
  return (
    <div className="grid gap-5">
      <Origin face={face} />
      {face.kind === "question" && (
        <h1
          id={headingId}
          tabIndex={-1}
          className={heading}
          dangerouslySetInnerHTML={{ __html: unwrapped(face.questionHtml) }}
        />
      )}
      {face.kind === "fact" && (
        <h1 id={headingId} tabIndex={-1} className={heading}>
          {face.prompt}
        </h1>
      )}
      {face.kind === "condition" && (
        <>
          <h1 id={headingId} tabIndex={-1} className={heading}>
            {face.prompt}
          </h1>
          <p className="text-soft">Sources disagree. Under which condition does each claim hold?</p>
          <ul className="grid gap-2">
            {face.claims.map(({ value, condition }) => (
              <li key={`${value} ${condition}`} className="border-l-2 border-edge pl-4 font-serif">
                {value}
              </li>
            ))}
          </ul>
        </>
      )}
      {face.kind === "myth" && (
        <>
          <h1 id={headingId} tabIndex={-1} className={heading}>
            “{face.claim}”
          </h1>
          <p className="text-soft">What is true instead, and why do people believe it?</p>
        </>
      )}
      {face.kind === "decision" && (
        <>
          <h1 id={headingId} tabIndex={-1} className={heading}>
            {face.title}: what do you choose, and which constraint would flip it?
          </h1>
          <DecisionSituation face={face} />
        </>
      )}
    </div>
  );
}

/** A question of one paragraph stands in the heading itself; the HTML is sanitized by the server. */
function unwrapped(html: string): string {
  const inner = /^<p>([^]*)<\/p>\s*$/.exec(html)?.[1];
  return inner === undefined || inner.includes("<p>") ? html : inner;
}
