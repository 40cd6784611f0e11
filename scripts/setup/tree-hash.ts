import { createHash, type Hash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "#scripts/setup/paths.ts";

/**
 * A hash over the contents of files and folders of the repository; what is missing counts as missing.
 * @param skip by path from the root
 */
export function hashTree(paths: string[], skip: (path: string) => boolean): string {
  const hash = createHash("sha256");
  for (const path of paths) add(hash, join(root, path), skip);
  return hash.digest("hex");
}

function add(hash: Hash, path: string, skip: (path: string) => boolean): void {
  const name = relative(root, path);
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || skip(name)) return;
  if (stat.isDirectory()) {
    for (const entry of readdirSync(path).sort()) add(hash, join(path, entry), skip);
  } else {
    hash.update(`${name}\0${stat.size}\0`).update(readFileSync(path));
  }
}
