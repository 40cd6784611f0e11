"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { postAuth, type Refusal, send } from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { Button } from "#components/ui/button.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { showToast } from "#components/ui/toast.tsx";
import type { AccountSummary } from "#lib/accounts/queries.ts";

/** Other services that one can sign in with. */
export function ServicesSection({ services }: { services: AccountSummary["services"] }) {
  const router = useRouter();
  const [busy, setBusy] = useState<string | null>(null);
  const [problem, setProblem] = useState<Refusal | null>(null);

  async function link(id: string): Promise<void> {
    setBusy(id);
    setProblem(null);
    const answer = await postAuth(`signin/${id}`, { callbackUrl: "/settings/account" });
    if (answer.ok) {
      location.assign(answer.data.url);
      return;
    }
    setBusy(null);
    setProblem(answer.refusal);
  }

  async function unlink(id: string, name: string): Promise<void> {
    setBusy(id);
    setProblem(null);
    const answer = await send("DELETE", `/api/account/linked/${encodeURIComponent(id)}`);
    setBusy(null);
    if (!answer.ok) {
      setProblem(answer.refusal);
      return;
    }
    showToast(`${name} is unlinked.`);
    router.refresh();
  }

  return (
    <Panel title="Other ways to sign in">
      <FormProblem problem={problem} />
      <ul className="grid">
        {services.map(({ id, name, isLinked, canLink }) => (
          <li
            key={id}
            className="flex min-h-14 flex-wrap items-center justify-between gap-3 border-b border-line py-2 last:border-0"
          >
            <span>
              {name}{" "}
              <span className="text-xs text-faint">{isLinked ? "linked" : "not linked"}</span>
            </span>
            {isLinked ? (
              <Button size="sm" busy={busy === id} onClick={() => void unlink(id, name)}>
                Unlink {name}
              </Button>
            ) : (
              canLink && (
                <Button size="sm" busy={busy === id} onClick={() => void link(id)}>
                  Link {name}
                </Button>
              )
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
