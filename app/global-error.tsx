"use client";

import { PageFailure } from "#components/shell/page-failure.tsx";
import "./globals.css";

/** When even the frame of every page failed: it brings a frame of its own. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  return (
    <html lang="en">
      <body>
        <title>Something failed · Whetstone</title>
        <main id="main" className="mx-auto max-w-[42rem] px-6 py-24">
          <PageFailure digest={error.digest} retry={retry} />
        </main>
      </body>
    </html>
  );
}
