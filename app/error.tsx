"use client";

import { PageFailure } from "#components/shell/page-failure.tsx";

export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <main id="main" className="mx-auto max-w-[42rem] px-6 py-24">
      <PageFailure digest={error.digest} retry={retry} />
    </main>
  );
}
