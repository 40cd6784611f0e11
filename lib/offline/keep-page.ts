import { forgetKeptDue } from "#lib/offline/store.ts";

const page = "/review";

/** The files that this page was made of so far. */
function filesOfPage(): string[] {
  const entries = performance.getEntriesByType("resource");
  const paths = entries.flatMap(({ name }) => {
    const url = new URL(name, location.href);
    return url.origin === location.origin ? [url.pathname] : [];
  });
  return [...new Set(paths.filter((path) => path.startsWith("/_next/static/")))];
}

/**
 * Keeps the review page, as it is now, for opening it without a network. Does nothing where the
 * browser cannot or may not.
 */
export async function keepPageForOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register("/sw.js", { scope: page });
    const { active } = await navigator.serviceWorker.ready;
    active?.postMessage({ type: "keep", urls: [page, ...filesOfPage()] });
  } catch {
    // Without it everything works as long as there is a network.
  }
}

/** Forgets what was kept of the person who signs out here; answers that were not sent yet stay. */
export async function forgetPerson(): Promise<void> {
  await forgetKeptDue().catch(() => undefined);
  if ("caches" in globalThis) await caches.delete("whetstone-review-1").catch(() => false);
}
