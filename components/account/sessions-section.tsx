"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { deliverReviews, type Refusal, send } from "#components/account/account-client.ts";
import { describeUserAgent } from "#components/account/describe-user-agent.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { LocalTime } from "#components/account/local-time.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { SessionSummary } from "#lib/accounts/queries.ts";

/** Where one is signed in; each can be ended, or all at once. */
export function SessionsSection({ sessions }: { sessions: readonly SessionSummary[] }) {
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);

  async function end(id: string): Promise<void> {
    setBusy(id);
    setProblem(null);
    const answer = await send("DELETE", `/api/account/sessions/${id}`);
    setBusy(null);
    if (!answer.ok) setProblem(answer.refusal);
    else showToast("That device is signed out.");
    router.refresh();
  }

  async function endAll(): Promise<void> {
    setBusy("all");
    setProblem(null);
    await deliverReviews();
    const answer = await send("POST", "/api/account/sign-out-everywhere");
    if (answer.ok) {
      location.assign("/sign-in?notice=signed-out");
      return;
    }
    setBusy(null);
    setProblem(answer.refusal);
  }

  return (
    <Panel title="Where you are signed in">
      <FormProblem problem={problem} />
      <ul className="mb-5 grid">
        {sessions.map(({ id, userAgent, lastSeenAt, createdAt, isThisDevice }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-3"
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2">
                {describeUserAgent(userAgent)}{" "}
                {isThisDevice && <Badge tone="good">this device</Badge>}
              </p>
              <p className="text-xs text-faint">
                Signed in <LocalTime iso={createdAt} />, last used <LocalTime iso={lastSeenAt} />
              </p>
            </div>
            {!isThisDevice && (
              <Button
                size="sm"
                busy={busy === id}
                onClick={() => void end(id)}
                aria-label={`Sign out ${describeUserAgent(userAgent)}`}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button busy={busy === "all"} onClick={() => void endAll()}>
        Sign out everywhere
      </Button>
      <p className="mt-2 text-xs text-faint">On this device, too. It takes effect at once.</p>
    </Panel>
  );
}
