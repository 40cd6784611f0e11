"use client";

import { Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import type { LoggedAnswer } from "#components/review/session-model.ts";
import type { ReviewSession } from "#components/review/use-review-session.ts";
import { AnchorButton, Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Kbd } from "#components/ui/kbd.tsx";
import type { Grade } from "#lib/scheduler/events.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";

const grades: readonly { grade: Grade; name: string; mark: string }[] = [
  { grade: 1, name: "Again", mark: "bg-again" },
  { grade: 2, name: "Hard", mark: "bg-hard" },
  { grade: 3, name: "Good", mark: "bg-good" },
  { grade: 4, name: "Easy", mark: "bg-easy" },
];

function minutesText(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  return minutes < 1 ? "under a minute" : minutes === 1 ? "1 minute" : `${minutes} minutes`;
}

function GradeShares({ answers }: { answers: readonly LoggedAnswer[] }) {
  return (
    <ul className="grid gap-2" aria-label="Grades">
      {grades.map(({ grade, name, mark }) => {
        const count = answers.filter((answer) => answer.grade === grade).length;
        return (
          <li key={grade} className="grid grid-cols-[3.5rem_1fr_2rem] items-center gap-3 text-sm">
            <span>{name}</span>
            <span className="h-2 rounded-full bg-sunken" aria-hidden>
              <span
                className={cx("block h-2 rounded-full", mark)}
                style={{ width: `${(100 * count) / Math.max(1, answers.length)}%` }}
              />
            </span>
            <span className="text-right tabular">{count}</span>
          </li>
        );
      })}
    </ul>
  );
}

/** What deserves another look: answered Again, or with must-say points left out. Each item once. */
function missedItems(answers: readonly LoggedAnswer[]) {
  const byPath = new Map<
    string,
    { title: string; path: string; again: boolean; points: Set<string> }
  >();
  for (const { title, path, grade, missed } of answers) {
    if (grade !== 1 && missed.length === 0) continue;
    const entry = byPath.get(path) ?? { title, path, again: false, points: new Set<string>() };
    entry.again ||= grade === 1;
    for (const point of missed) entry.points.add(point);
    byPath.set(path, entry);
  }
  return [...byPath.values()];
}

function Missed({ answers }: { answers: readonly LoggedAnswer[] }) {
  const missed = missedItems(answers);
  if (missed.length === 0) return null;
  return (
    <section className="grid gap-3">
      <h2 className="text-sm font-semibold">Worth another look</h2>
      <ul className="grid gap-3">
        {missed.map(({ title, path, again, points }) => (
          <li key={path} className="border-l-2 border-edge pl-4">
            <a
              href={path}
              target="_blank"
              rel="noopener"
              className="font-medium underline decoration-edge underline-offset-4"
            >
              {title}
            </a>
            {again && <span className="ml-2 text-xs text-soft">answered Again</span>}
            {points.size > 0 && (
              <ul className="mt-1 list-disc pl-5 text-sm text-soft">
                {[...points].map((point) => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How many of the cards answered here come back on the next study day. */
function backTomorrow(session: ReviewSession): number {
  const { settings, answers } = session;
  if (!settings) return 0;
  const tomorrow = studyDay(Date.now(), settings.timeZone, settings.dayStartsAtHour) + 1;
  const last = new Map(answers.map(({ cardId, stateAfter }) => [cardId, stateAfter]));
  return [...last.values()].filter((state) => state.phase === "review" && state.dueDay === tomorrow)
    .length;
}

interface SessionSummaryProps {
  session: ReviewSession;
  /** The person left before the end. */
  leftEarly: boolean;
  onResume: () => void;
  isGuest: boolean;
}

export function SessionSummary({ session, leftEarly, onResume, isGuest }: SessionSummaryProps) {
  const { answers, canUndo, undo, wakesAt, counts, dueTomorrow } = session;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const spentMs = answers.reduce((sum, { durationMs }) => sum + durationMs, 0);
  const left = counts ? counts.new + counts.learning + counts.due : 0;
  const tomorrow =
    dueTomorrow +
    backTomorrow(session) +
    (leftEarly ? (counts?.due ?? 0) + (counts?.learning ?? 0) : 0);
  const title =
    answers.length === 0
      ? "Nothing is due right now"
      : leftEarly
        ? "Session ended"
        : "Done for now";
  return (
    <div className="mx-auto grid w-full max-w-xl gap-8 px-4 py-12">
      <div className="grid gap-2">
        <h1 ref={heading} tabIndex={-1} className="font-serif text-xl font-medium outline-none">
          {title}
        </h1>
        <p className="text-soft">
          {answers.length > 0
            ? `${answers.length} ${answers.length === 1 ? "answer" : "answers"} in ${minutesText(spentMs)}. Every one is saved.`
            : "Everything that was due is done. Read something new, or raise the number of new cards in the settings."}
        </p>
        {wakesAt !== null && !leftEarly && (
          <p className="text-soft">
            Cards in learning come back here by themselves in a few minutes.
          </p>
        )}
      </div>
      {answers.length > 0 && <GradeShares answers={answers} />}
      <Missed answers={answers} />
      <p>
        <span className="font-semibold">Tomorrow:</span>{" "}
        {tomorrow === 0
          ? "nothing is due yet, apart from new cards."
          : `${tomorrow} ${tomorrow === 1 ? "card comes" : "cards come"} back.`}
      </p>
      {isGuest && answers.length > 0 && (
        <p className="rounded-md border border-line bg-raised p-4 text-sm">
          You are practising as a guest: this is kept in this browser only.{" "}
          <a className="font-medium underline underline-offset-4" href="/sign-up">
            Create an account
          </a>{" "}
          and everything stays yours.
        </p>
      )}
      <div className="flex flex-wrap gap-3">
        {leftEarly && left > 0 ? (
          <Button variant="primary" onClick={onResume}>
            Go on ({left} left)
          </Button>
        ) : (
          <AnchorButton variant="primary" href="/">
            Back to Today
          </AnchorButton>
        )}
        {leftEarly && left > 0 && <AnchorButton href="/">Today</AnchorButton>}
        <AnchorButton href="/progress">Progress</AnchorButton>
        {canUndo && (
          <Button onClick={undo}>
            <Undo2 size={16} aria-hidden /> Undo the last <Kbd>u</Kbd>
          </Button>
        )}
      </div>
    </div>
  );
}
