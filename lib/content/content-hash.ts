import { createHash } from "node:crypto";
import type { ContentPayload } from "#lib/content/schema.ts";

/** JSON whose text does not depend on the order in which keys were written. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== "object" || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

/** SHA-256 of what an item says, in hexadecimal. Reformatting its file does not change it. */
export function contentHash(payload: ContentPayload): string {
  return createHash("sha256").update(canonicalJson(payload)).digest("hex");
}
