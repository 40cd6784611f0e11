"use client";

import { PageFailure } from "#components/shell/page-failure.tsx";

/** Within the shell, so that the other places stay in reach. */
export default function SiteError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <div className="max-w-[42rem] pt-8 md:pt-16">
      <PageFailure digest={error.digest} retry={retry} />
    </div>
  );
}
