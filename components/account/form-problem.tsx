import type { Refusal } from "#components/account/account-client.ts";
import { authErrorMessage } from "#components/account/auth-errors.ts";
import { Callout } from "#components/ui/callout.tsx";

/** What went wrong with a form as a whole; read out as soon as it appears. */
export function FormProblem({ problem }: { problem: Refusal | null }) {
  if (!problem) return null;
  return (
    <Callout tone="danger" role="alert">
      {problem.message || authErrorMessage(problem.code)}
    </Callout>
  );
}
