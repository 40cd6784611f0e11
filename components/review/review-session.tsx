"use client";

import dynamic from "next/dynamic";
import { useEffect, useRef, useState } from "react";
import { CardStage } from "#components/review/card-stage.tsx";
import type { ReviewScope } from "#components/review/load-due.ts";
import { SessionHeader } from "#components/review/session-header.tsx";
import { SessionProblem } from "#components/review/session-problem.tsx";
import { SessionSummary } from "#components/review/session-summary.tsx";
import { useKeys } from "#components/review/use-keys.ts";
import { useReviewSession } from "#components/review/use-review-session.ts";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { showToast } from "#components/ui/toast.tsx";
import { rememberAccount } from "#lib/offline/guest.ts";
import { keepPageForOffline } from "#lib/offline/keep-page.ts";
import { isLeechNotice } from "#lib/scheduler/leech.ts";

/** Only on a first use without a network can it not be had. */
function NoKeyHelp() {
  return (
    <p role="status" className="border-t border-line bg-sunken px-4 py-2 text-center text-xs">
      Keys: Space shows the answer, 1 to 4 grade, u undoes, h hints, Esc leaves.
    </p>
  );
}

const KeyHelp = dynamic(() =>
  import("#components/review/key-help.tsx").then(
    (module) => module.KeyHelp,
    () => NoKeyHelp,
  ),
);

interface ReviewSessionProps extends ReviewScope {
  userId: string;
  isGuest: boolean;
}

export function ReviewSession({ userId, isGuest, item, week, topic }: ReviewSessionProps) {
  const session = useReviewSession(userId, { item, week, topic });
  const [hasLeft, setHasLeft] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [wasHelpOpened, setHelpOpened] = useState(false);
  const { current, settings, phase, flag, undo, canUndo } = session;
  useEffect(() => {
    if (!isGuest) rememberAccount();
  }, [isGuest]);
  useEffect(() => {
    if (phase === "ready") void keepPageForOffline();
  }, [phase]);

  const leave = () => setHasLeft(true);
  const help = () => {
    setHelpOpened(true);
    setHelpOpen(true);
  };
  // A toast outlives the moment it was made in, so its Undo looks at the session as it is by then.
  const latest = useRef(session);
  useEffect(() => {
    latest.current = session;
  });
  const hide = (kind: "suspend" | "bury", message: string) => {
    if (!current || hasLeft) return;
    const { cardId } = current;
    const eventId = flag(kind, cardId);
    const takeBack = () => {
      if (latest.current.lastEventId === eventId) {
        latest.current.undo();
        setHasLeft(false);
      } else latest.current.flag(kind === "bury" ? "unbury" : "unsuspend", cardId);
    };
    showToast(message, { action: { label: "Undo", run: takeBack } });
  };
  const suspend = () =>
    hide("suspend", "Suspended. It comes back only when you bring it back under Progress.");
  const bury = () => hide("bury", "Buried until tomorrow.");
  const mark = () => {
    if (current && !hasLeft) flag(current.state?.marked ? "unmark" : "mark", current.cardId);
  };
  const undoAndReturn = () => {
    if (!canUndo) return;
    undo();
    setHasLeft(false);
  };
  useKeys({
    Escape: leave,
    "?": help,
    "@": suspend,
    "-": bury,
    "*": mark,
    u: undoAndReturn,
    "Mod+z": undoAndReturn,
  });

  const lastAnswer = session.answers.at(-1);
  const leech =
    lastAnswer?.grade === 1 && isLeechNotice(lastAnswer.stateAfter.lapses) ? lastAnswer : null;

  if (phase === "loading") return <Loading />;
  if (phase !== "ready" || !settings)
    return <SessionProblem phase={phase} onRetry={() => void session.load()} />;
  const isOver = hasLeft || !current;
  return (
    <div className="flex min-h-dvh flex-col">
      <SessionHeader
        session={session}
        onLeave={leave}
        onHelp={help}
        onSuspend={suspend}
        onBury={bury}
        onMark={mark}
      />
      {leech && !isOver && (
        <p role="status" className="border-b border-line bg-sunken px-4 py-2 text-center text-xs">
          “{leech.title}” has been forgotten {leech.stateAfter.lapses} times. A shorter answer of
          your own may help.{" "}
          <button
            type="button"
            className="font-semibold underline underline-offset-4"
            onClick={() => flag("suspend", leech.cardId)}
          >
            Suspend it
          </button>
        </p>
      )}
      {isOver ? (
        <SessionSummary
          session={{ ...session, undo: undoAndReturn }}
          leftEarly={hasLeft && current !== null}
          onResume={() => setHasLeft(false)}
          isGuest={isGuest}
        />
      ) : (
        <CardStage
          key={`${current.cardId} ${current.state?.reps ?? 0}`}
          card={current}
          settings={settings}
          session={session}
        />
      )}
      {wasHelpOpened && (
        <KeyHelp
          open={isHelpOpen}
          onClose={() => setHelpOpen(false)}
          actions={isOver ? null : { mark, bury, suspend }}
        />
      )}
    </div>
  );
}

function Loading() {
  return (
    <div className="mx-auto grid w-full max-w-measure gap-4 px-4 pt-24" aria-busy>
      <h1 className="sr-only">Getting your cards</h1>
      <Skeleton className="h-4 w-40" />
      <Skeleton className="h-8 w-full" />
      <Skeleton className="h-8 w-2/3" />
    </div>
  );
}
