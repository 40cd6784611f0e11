/**
 * Where to go after signing in: a path of this site. Anything that leads elsewhere, or nowhere,
 * becomes the fallback.
 * @param wanted a path, or an address of this very origin.
 */
export function safePath(
  wanted: string | null | undefined,
  origin: string,
  fallback = "/",
): string {
  if (!wanted || !URL.canParse(wanted, origin)) return fallback;
  const url = new URL(wanted, origin);
  // A path that begins with two slashes would be read as another host by the next who parses it.
  if (url.origin !== origin || url.pathname.startsWith("//")) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
