import type { SessionPhase } from "#components/review/use-review-session.ts";
import { AnchorButton, Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

/** Why there are no cards to show, whether anything was lost, and what to do. */
export function SessionProblem({ phase, onRetry }: { phase: SessionPhase; onRetry: () => void }) {
  return (
    <div className="mx-auto w-full max-w-xl px-4 py-16">
      <h1 className="sr-only">Review</h1>
      {phase === "signed-out" && (
        <EmptyState
          title="You were signed out"
          action={
            <AnchorButton variant="primary" href="/sign-in?callbackUrl=/review">
              Sign in again
            </AnchorButton>
          }
        >
          This session was ended, here or from another device. Answers that were not sent yet are
          kept in this browser.
        </EmptyState>
      )}
      {phase === "missing" && (
        <EmptyState
          title="There is nothing to practise here"
          action={<AnchorButton href="/topics">Find a question</AnchorButton>}
        >
          The address names no question that you can practise. It may have been retired.
        </EmptyState>
      )}
      {phase === "unreachable" && (
        <EmptyState
          title="The server cannot be reached"
          action={
            <Button variant="primary" onClick={onRetry}>
              Try again
            </Button>
          }
        >
          Your progress is safe. Check the connection; once you have opened a session here, it also
          works without one.
        </EmptyState>
      )}
    </div>
  );
}
