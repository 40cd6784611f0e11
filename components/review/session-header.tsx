"use client";

import { Ban, CircleHelp, EyeOff, Star, Undo2, X } from "lucide-react";
import { OutboxNote } from "#components/review/outbox-note.tsx";
import type { ReviewSession } from "#components/review/use-review-session.ts";
import { IconButton } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { type QueueCounts, type QueueKind, queueKind } from "#lib/scheduler/queue.ts";

const kinds: readonly { kind: QueueKind; label: string }[] = [
  { kind: "new", label: "new" },
  { kind: "learning", label: "learning" },
  { kind: "due", label: "due" },
];

function Counts({ counts, current }: { counts: QueueCounts; current: QueueKind | null }) {
  return (
    <dl aria-label="Left to do" className="flex gap-3 text-xs max-sm:gap-2">
      {kinds.map(({ kind, label }) => (
        <div
          key={kind}
          className={cx(
            "flex flex-row-reverse items-baseline gap-1",
            kind === current ? "text-ink underline decoration-2 underline-offset-4" : "text-soft",
          )}
        >
          <dt className="max-sm:text-[0.6875rem]">{label}</dt>
          <dd className="font-semibold tabular" data-count={kind}>
            {counts[kind]}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface SessionHeaderProps {
  session: ReviewSession;
  onLeave: () => void;
  onHelp: () => void;
  onSuspend: () => void;
  onBury: () => void;
  onMark: () => void;
}

export function SessionHeader({
  session,
  onLeave,
  onHelp,
  onSuspend,
  onBury,
  onMark,
}: SessionHeaderProps) {
  const { current, counts, canUndo, undo } = session;
  const isMarked = current?.state?.marked ?? false;
  return (
    <header className="sticky top-0 z-10 border-b border-line bg-paper">
      <div className="mx-auto flex max-w-3xl flex-wrap items-center justify-between gap-x-2 px-2 py-1 max-sm:gap-x-0">
        <IconButton label="Leave the session (Esc)" onClick={onLeave}>
          <X size={18} aria-hidden />
        </IconButton>
        {counts && <Counts counts={counts} current={current ? queueKind(current.state) : null} />}
        <div className="flex">
          <IconButton label="Undo (u)" onClick={undo} disabled={!canUndo}>
            <Undo2 size={18} aria-hidden />
          </IconButton>
          <IconButton
            label={isMarked ? "Remove the mark (*)" : "Mark (*)"}
            aria-pressed={isMarked}
            onClick={onMark}
            disabled={!current}
            className="max-sm:hidden"
          >
            <Star size={18} aria-hidden className={isMarked ? "fill-current text-ink" : ""} />
          </IconButton>
          <IconButton
            label="Bury until tomorrow (-)"
            onClick={onBury}
            disabled={!current}
            className="max-sm:hidden"
          >
            <EyeOff size={18} aria-hidden />
          </IconButton>
          <IconButton
            label="Suspend (@)"
            onClick={onSuspend}
            disabled={!current}
            className="max-sm:hidden"
          >
            <Ban size={18} aria-hidden />
          </IconButton>
          <IconButton label="More and keys (?)" onClick={onHelp}>
            <CircleHelp size={18} aria-hidden />
          </IconButton>
        </div>
      </div>
      <OutboxNote fromCache={session.fromCache} />
    </header>
  );
}
