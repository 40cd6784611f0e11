import { ButtonLink } from "#components/ui/button-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";

/** What somebody sees who has nothing yet to see here. */
export function SignedOut({ path }: { path: string }) {
  return (
    <>
      <PageHeader title="Progress" />
      <EmptyState
        title="Nobody is signed in"
        action={
          <>
            <ButtonLink href={`/sign-in?callbackUrl=${encodeURIComponent(path)}`} variant="primary">
              Sign in
            </ButtonLink>
            <ButtonLink href="/review" prefetch={false}>
              Practise as a guest
            </ButtonLink>
          </>
        }
      >
        Progress shows what you know and when you will not. It fills itself as you practise; no
        account is needed to begin.
      </EmptyState>
    </>
  );
}
