"use client";

import { useState } from "react";
import { type Refusal, send } from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { Button } from "#components/ui/button.tsx";

/** Confirms an address: a press of a button, since scanners open links by themselves. */
export function VerifyButton({ token }: { token: string }) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);

  async function confirm(): Promise<void> {
    setIsBusy(true);
    setProblem(null);
    const answer = await send<{ resetToken?: string }>("POST", "/api/account/verify", { token });
    if (answer.ok) {
      const { resetToken } = answer.data;
      location.assign(resetToken ? `/reset/${resetToken}` : "/settings/account?notice=verified");
      return;
    }
    setIsBusy(false);
    setProblem(answer.refusal);
  }

  return (
    <div className="grid gap-5">
      <FormProblem problem={problem} />
      <Button variant="primary" busy={isBusy} onClick={() => void confirm()}>
        {isBusy ? "Confirming…" : "Confirm this address"}
      </Button>
    </div>
  );
}
