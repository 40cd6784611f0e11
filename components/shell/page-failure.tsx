"use client";

import { Button } from "#components/ui/button.tsx";

interface PageFailureProps {
  /** Names the failure in the server's log. */
  digest?: string | undefined;
  retry: () => void;
}

export function PageFailure({ digest, retry }: PageFailureProps) {
  return (
    <div role="alert">
      <h1 className="text-xl font-semibold tracking-tight">This page could not be made</h1>
      <p className="mt-4 text-md text-soft">
        Something failed on our side, most likely for a moment: the database may be restarting.
        Nothing was lost; reviews that were not sent yet are kept in this browser and go out by
        themselves.
      </p>
      <div className="mt-8 flex flex-wrap items-center gap-3">
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
        {/* A full load, since the page that is running is the one that failed. */}
        <Button variant="quiet" onClick={() => window.location.assign("/")}>
          Go to the start
        </Button>
      </div>
      {digest && (
        <p className="mt-8 text-xs text-faint">
          If it stays like this, tell the operator this number: {digest}
        </p>
      )}
    </div>
  );
}
