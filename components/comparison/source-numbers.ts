import type { ComparisonPayload } from "#lib/content/schema.ts";

/** Keys of the sources in the order in which the table first refers to them: their numbers. */
export function sourcesInOrder({
  aspects,
  subjects,
  sources,
}: Pick<ComparisonPayload, "aspects" | "subjects" | "sources">): string[] {
  const used = aspects.flatMap(({ facts }) =>
    subjects.flatMap(({ id }) => facts[id]?.claims.flatMap((claim) => claim.sources) ?? []),
  );
  return [...new Set([...used, ...Object.keys(sources)])];
}
