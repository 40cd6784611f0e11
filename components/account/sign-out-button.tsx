"use client";

import { useState } from "react";
import { deliverReviews, postAuth, type Refusal } from "#components/account/account-client.ts";
import { FormProblem } from "#components/account/form-problem.tsx";
import { Button } from "#components/ui/button.tsx";
import { forgetPerson } from "#lib/offline/keep-page.ts";

/** Delivers what waits, then ends the session of this browser. */
export function SignOutButton({ isGuest }: { isGuest: boolean }) {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<Refusal | null>(null);

  async function signOut(): Promise<void> {
    setIsBusy(true);
    await deliverReviews();
    await forgetPerson();
    const answer = await postAuth("signout", { callbackUrl: "/" });
    if (answer.ok) {
      location.assign(answer.data.url);
      return;
    }
    setIsBusy(false);
    setProblem(answer.refusal);
  }

  return (
    <div className="grid gap-5">
      <FormProblem problem={problem} />
      <Button variant={isGuest ? "danger" : "primary"} busy={isBusy} onClick={() => void signOut()}>
        {isBusy ? "Signing out…" : isGuest ? "Sign out and give up what I practised" : "Sign out"}
      </Button>
    </div>
  );
}
