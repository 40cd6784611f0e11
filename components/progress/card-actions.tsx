"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { Button } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast.tsx";

type Flag = "suspend" | "unsuspend" | "mark" | "unmark";

const done: Readonly<Record<Flag, string>> = {
  suspend: "Suspended: it will not be asked until you bring it back.",
  unsuspend: "Back in practice.",
  mark: "Marked.",
  unmark: "Mark taken away.",
};

interface Answer {
  results?: { status: string; reason?: string }[];
  error?: { message: string };
}

/** @returns what went wrong, or null. */
async function send(cardId: string, kind: Flag): Promise<string | null> {
  try {
    const event = { id: uuidv7(), cardId, kind, reviewedAt: new Date().toISOString() };
    const response = await fetch("/api/reviews", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ events: [event] }),
    });
    const answer = (await response.json()) as Answer;
    const [result] = answer.results ?? [];
    if (result?.status === "applied" || result?.status === "duplicate") return null;
    return (
      answer.error?.message ??
      result?.reason ??
      "The server did not accept it. Nothing was changed."
    );
  } catch {
    return "The server could not be reached. Nothing was changed; try again in a moment.";
  }
}

interface CardActionsProps {
  cardId: string;
  suspended: boolean;
  marked: boolean;
}

/** Brings a card back into practice or takes it out, and marks it. */
export function CardActions({ cardId, suspended, marked }: CardActionsProps) {
  const router = useRouter();
  const [busy, setBusy] = useState<Flag | null>(null);
  const run = async (kind: Flag) => {
    setBusy(kind);
    const problem = await send(cardId, kind);
    setBusy(null);
    showToast(problem ?? done[kind], { tone: problem ? "danger" : "note" });
    if (!problem) router.refresh();
  };
  const button = (kind: Flag, label: string) => (
    <Button busy={busy === kind} onClick={() => void run(kind)}>
      {label}
    </Button>
  );
  return (
    <>
      {suspended ? button("unsuspend", "Unsuspend") : button("suspend", "Suspend")}
      {marked ? button("unmark", "Unmark") : button("mark", "Mark")}
    </>
  );
}
