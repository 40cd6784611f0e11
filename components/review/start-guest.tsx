"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { AnchorButton, Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { becomeGuest, hadAccountHere } from "#lib/offline/guest.ts";

/**
 * Practice needs no account: whoever comes without one becomes a guest at once. Only someone who
 * had an account in this browser is asked, since they may just have been signed out.
 */
export function StartGuest() {
  const router = useRouter();
  const [state, setState] = useState<"starting" | "ask" | "failed">("starting");
  const hasStarted = useRef(false);

  const start = useCallback(() => {
    setState("starting");
    becomeGuest().then(
      () => router.refresh(),
      () => setState("failed"),
    );
  }, [router]);

  useEffect(() => {
    if (hasStarted.current) return;
    hasStarted.current = true;
    if (hadAccountHere()) setState("ask");
    else start();
  }, [start]);

  return (
    <div className="mx-auto w-full max-w-xl px-4 py-16">
      <h1 className="sr-only">Review</h1>
      {state === "starting" && (
        <>
          <p role="status" className="text-center text-soft">
            Getting your first cards…
          </p>
          <noscript>
            <p className="mt-4 text-center">
              Practising needs JavaScript. Reading does not: every question is under Topics.
            </p>
          </noscript>
        </>
      )}
      {state === "ask" && (
        <EmptyState
          title="You are signed out"
          action={
            <>
              <AnchorButton variant="primary" href="/sign-in?callbackUrl=/review">
                Sign in
              </AnchorButton>
              <Button onClick={start}>Practise as a guest</Button>
            </>
          }
        >
          Sign in to go on where you left. What you practise as a guest is added to your account
          when you sign in later.
        </EmptyState>
      )}
      {state === "failed" && (
        <EmptyState
          title="Could not start"
          action={
            <Button variant="primary" onClick={start}>
              Try again
            </Button>
          }
        >
          The server did not answer, or too many guests came from your network within the hour.
          Nothing was lost.
        </EmptyState>
      )}
    </div>
  );
}
