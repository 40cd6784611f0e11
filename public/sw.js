/*
 * Lets /review open without a network, once it was opened with one. It keeps that page and the files
 * it is made of; what is due and what was answered is kept by the page itself (lib/offline).
 * Registered for /review only, so no other page is touched by it.
 */
const cacheName = "whetstone-review-1";
const page = "/review";

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => {
  const dropOld = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith("whetstone-") && name !== cacheName);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(dropOld());
});

async function keepOne(cache, url) {
  const isImmutable = url.startsWith("/_next/static/");
  if (isImmutable && (await cache.match(url))) return;
  const response = await fetch(url);
  if (response.ok && !response.redirected) await cache.put(url, response);
}

/** Keeps exactly these paths: files of an older build go. */
async function keep(urls) {
  const cache = await caches.open(cacheName);
  await Promise.allSettled(urls.map((url) => keepOne(cache, url)));
  const kept = new Set(urls);
  for (const request of await cache.keys()) {
    if (!kept.has(new URL(request.url).pathname)) await cache.delete(request);
  }
}

self.addEventListener("message", (event) => {
  if (event.data?.type === "keep") event.waitUntil(keep(event.data.urls));
});

async function fromCacheFirst(request) {
  return (await caches.match(request)) ?? fetch(request);
}

async function fromNetworkFirst(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match(page);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname.startsWith("/_next/static/")) event.respondWith(fromCacheFirst(request));
  else if (request.mode === "navigate" && url.pathname === page) event.respondWith(fromNetworkFirst(request));
});
