"use client";

import { type MouseEvent, useEffect, useId, useRef, useState } from "react";
import { CardBack } from "#components/review/card-back.tsx";
import { CardFront } from "#components/review/card-front.tsx";
import { deeperRungs } from "#components/review/deeper-tiers.tsx";
import { GradeBar } from "#components/review/grade-bar.tsx";
import { Hints } from "#components/review/hints.tsx";
import { outcomesAt, type SessionCard, suggestGrade } from "#components/review/session-model.ts";
import { StageBar } from "#components/review/stage-bar.tsx";
import { useKeys } from "#components/review/use-keys.ts";
import type { ReviewSession } from "#components/review/use-review-session.ts";
import { useTimer } from "#components/review/use-timer.ts";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { secondsByRung } from "#lib/content/rungs.ts";
import type { Grade } from "#lib/scheduler/events.ts";
import type { SchedulerSettings } from "#lib/scheduler/parameters.ts";

interface CardStageProps {
  card: SessionCard;
  settings: SchedulerSettings;
  session: ReviewSession;
}

/** A double tap on "Show answer" must not grade; a deliberate second tap soon after must. */
const tapGuardMs = 250;

/** One card from question to grade. Mounted anew for every showing. */
export function CardStage({ card, settings, session }: CardStageProps) {
  const { face } = card;
  const [revealedAt, setRevealedAt] = useState<number | null>(null);
  const [hintsShown, setHintsShown] = useState(0);
  const [openTiers, setOpenTiers] = useState(0);
  const [ticks, setTicks] = useState<ReadonlySet<string>>(new Set());
  const headingId = useId();
  const answer = useRef<HTMLElement>(null);
  const timer = useTimer(revealedAt !== null);
  const isRevealed = revealedAt !== null;

  useEffect(() => {
    document.getElementById(headingId)?.focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: "instant" });
  }, [headingId]);
  useEffect(() => {
    if (isRevealed) answer.current?.focus({ preventScroll: true });
  }, [isRevealed]);

  const points = face.kind === "question" ? face.mustSay : [];
  const hintCount = face.kind === "question" ? face.hints.length : 0;
  const tierCount = face.kind === "question" ? deeperRungs(face.rung).length : 0;
  const target = face.kind === "question" ? secondsByRung[face.rung] : null;
  const suggested = ticks.size > 0 ? suggestGrade(ticks.size, points.length) : null;

  const reveal = () => setRevealedAt((before) => before ?? performance.now());
  const nextHint = () => setHintsShown((shown) => Math.min(hintCount, shown + 1));
  const deeper = () => isRevealed && setOpenTiers((open) => Math.min(tierCount, open + 1));
  const tick = (id: string, isTicked: boolean) =>
    setTicks((before) => {
      const after = new Set(before);
      if (isTicked) after.add(id);
      else after.delete(id);
      return after;
    });
  const grade = (given: Grade) => {
    if (!isRevealed) return;
    // Nothing ticked means that the person did not use the ticks, not that nothing was said.
    const missed =
      ticks.size === 0 ? [] : points.filter(({ id }) => !ticks.has(id)).map(({ text }) => text);
    session.answer({
      grade: given,
      durationMs: Math.min(timer.elapsedMs(), 3_600_000),
      ticks: ticks.size === 0 ? null : [...ticks],
      missed,
      hintsUsed: hintsShown,
    });
  };
  const gradeByPointer = (given: Grade, event: MouseEvent) => {
    const isPointer = event.detail > 0;
    if (isPointer && revealedAt !== null && performance.now() - revealedAt < tapGuardMs) return;
    grade(given);
  };

  const showOrGood = () => (isRevealed ? grade(3) : reveal());
  useKeys({
    " ": showOrGood,
    Enter: showOrGood,
    "1": () => grade(1),
    "2": () => grade(2),
    "3": () => grade(3),
    "4": () => grade(4),
    h: nextHint,
    d: deeper,
  });

  return (
    <>
      <article
        aria-labelledby={headingId}
        className="mx-auto grid w-full max-w-measure grow content-start gap-6 px-4 pt-6 pb-10 text-sm md:pt-12"
      >
        <CardFront face={face} headingId={headingId} />
        {face.kind === "question" && (
          <Hints hints={face.hints} shown={hintsShown} revealed={isRevealed} />
        )}
        {isRevealed && (
          <section
            ref={answer}
            tabIndex={-1}
            aria-label="Answer"
            className="grid gap-6 border-t border-line pt-6 outline-none"
          >
            <CardBack face={face} ticks={ticks} onTick={tick} openTiers={openTiers} />
          </section>
        )}
      </article>
      <StageBar
        timer={{ seconds: timer.seconds, target }}
        hints={{ left: hintCount - hintsShown, next: nextHint }}
        deeper={isRevealed && openTiers < tierCount ? deeper : null}
        readPath={isRevealed ? face.path : null}
      >
        {isRevealed ? (
          <GradeBar
            outcomes={outcomesAt(card, Date.now(), settings)}
            suggested={suggested}
            onGrade={gradeByPointer}
          />
        ) : (
          <Button variant="primary" size="lg" className="w-full" onClick={reveal}>
            Show answer <Kbd>Space</Kbd>
          </Button>
        )}
      </StageBar>
    </>
  );
}
