import { Split } from "lucide-react";
import type { ReactNode } from "react";
import { DeeperTiers } from "#components/review/deeper-tiers.tsx";
import { MustSayTicks } from "#components/review/must-say-ticks.tsx";
import { Prose } from "#components/ui/prose.tsx";
import type {
  CardFace,
  ConditionFace,
  DecisionFace,
  FactFace,
  MythFace,
  QuestionFace,
} from "#lib/reviews/due-schema.ts";

interface CardBackProps {
  face: CardFace;
  ticks: ReadonlySet<string>;
  onTick: (id: string, ticked: boolean) => void;
  /** How many deeper tiers are open. */
  openTiers: number;
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <h3 className="text-xs font-semibold tracking-wide text-soft uppercase">{title}</h3>
      {children}
    </section>
  );
}

function QuestionBack({ face, ticks, onTick, openTiers }: CardBackProps & { face: QuestionFace }) {
  return (
    <>
      <Prose html={face.answerHtmlByRung[face.rung]} />
      <MustSayTicks
        points={face.mustSay}
        missedLastTime={face.missedLastTime}
        ticks={ticks}
        onTick={onTick}
      />
      <DeeperTiers face={face} open={openTiers} />
    </>
  );
}

function FactBack({ face }: { face: FactFace }) {
  const isContested = face.claims.length > 1;
  return (
    <>
      {isContested && (
        <p className="flex items-center gap-2 text-sm text-soft">
          <Split size={16} aria-hidden className="rotate-90" />
          Contested: the sources disagree. Know under which condition each claim holds.
        </p>
      )}
      <ul className="grid gap-4">
        {face.claims.map(({ value, condition, sources }) => (
          <li
            key={`${value} ${condition ?? ""}`}
            className={isContested ? "border-l-2 border-edge pl-4" : ""}
          >
            <p className="font-serif text-lg">{value}</p>
            {condition !== null && <p className="text-sm">Holds for: {condition}</p>}
            <p className="mt-0.5 text-xs text-faint">{sources.join("; ")}</p>
          </li>
        ))}
      </ul>
      {face.whyHtml !== null && <Prose html={face.whyHtml} />}
      <Part title={`${face.aspect}: the others`}>
        <dl className="grid gap-1 text-sm">
          {face.others.map(({ subject, values }) => (
            <div key={subject} className="flex flex-wrap gap-x-3">
              <dt className="font-medium">{subject}</dt>
              <dd className="text-soft">{values.join(" or ")}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </>
  );
}

function ConditionBack({ face }: { face: ConditionFace }) {
  return (
    <>
      <dl className="grid gap-4">
        {face.claims.map(({ value, condition, sources }) => (
          <div key={`${value} ${condition}`} className="border-l-2 border-edge pl-4">
            <dt className="font-serif text-lg">{value}</dt>
            <dd>Holds for: {condition}</dd>
            <dd className="mt-0.5 text-xs text-faint">{sources.join("; ")}</dd>
          </div>
        ))}
      </dl>
      {face.whyHtml !== null && <Prose html={face.whyHtml} />}
    </>
  );
}

function MythBack({ face }: { face: MythFace }) {
  return (
    <>
      <Prose html={face.realityHtml} />
      <Part title="Why it is believed">
        <Prose html={face.whyBelievedHtml} />
      </Part>
    </>
  );
}

function DecisionBack({ face }: { face: DecisionFace }) {
  return (
    <>
      <div className="font-medium">
        <Prose html={face.choiceHtml} />
      </div>
      <Part title="Why">
        <Prose html={face.whyHtml} />
      </Part>
      <Part title="What would flip it">
        <p>{face.flip.constraint}</p>
        <p className="text-soft">Then: {face.flip.choice}</p>
      </Part>
      {face.hybridHtml !== null && (
        <Part title="The combination">
          <Prose html={face.hybridHtml} />
        </Part>
      )}
    </>
  );
}

/** What is revealed. */
export function CardBack(props: CardBackProps) {
  const { face } = props;
  switch (face.kind) {
    case "question":
      return <QuestionBack {...props} face={face} />;
    case "fact":
      return <FactBack face={face} />;
    case "condition":
      return <ConditionBack face={face} />;
    case "myth":
      return <MythBack face={face} />;
    case "decision":
      return <DecisionBack face={face} />;
  }
}
