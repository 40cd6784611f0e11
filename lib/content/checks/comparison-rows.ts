import { type FileProblem, type Positioned, problemAt } from "#lib/content/files/problem.ts";
import type { Aspect, ComparisonPayload } from "#lib/content/schema.ts";

const unitFamilies: readonly (readonly string[])[] = [
  ["ns", "µs", "us", "ms", "s", "min", "h", "d", "days"],
  ["B", "kB", "KB", "KiB", "MB", "MiB", "GB", "GiB", "TB", "TiB", "PB"],
  ["bit/s", "kbit/s", "Mbit/s", "Gbit/s", "B/s", "kB/s", "MB/s", "GB/s"],
];

function familyOf(unit: string): string {
  return unitFamilies.find((family) => family.includes(unit))?.[0] ?? unit;
}

function claimsOf(aspect: Aspect) {
  return Object.entries(aspect.facts).flatMap(([subject, fact]) =>
    fact.claims.map((claim, index) => ({
      claim,
      path: ["facts", subject, "claims", index] as const,
    })),
  );
}

/** Longest and shortest value of a row may differ by this many words and letters, whatever the ratio. */
const freeWords = 4;
const freeLetters = 24;
const widestRatio = 3;

/** A row is read across, and a card must not be guessed from the length of its answer. */
function checkRowLength(
  item: Positioned<ComparisonPayload>,
  aspect: Aspect,
  index: number,
): FileProblem[] {
  const values = claimsOf(aspect).map(({ claim }) => claim.value);
  const [shortest, longest] = values.reduce<[string, string]>(
    ([low, high], value) => [
      value.length < low.length ? value : low,
      value.length > high.length ? value : high,
    ],
    [values[0] ?? "", values[0] ?? ""],
  );
  const words = longest.split(/\s+/).length - shortest.split(/\s+/).length;
  const letters = longest.length - shortest.length;
  if (
    words <= freeWords ||
    letters <= freeLetters ||
    longest.length <= widestRatio * shortest.length
  )
    return [];
  const message = `has values of very different length: “${shortest}” and “${longest}”`;
  return [problemAt(item, ["aspects", index, "facts"], message)];
}

/** The claims of a row are of the kind that the aspect names, in comparable units. */
function checkRowKind(
  item: Positioned<ComparisonPayload>,
  aspect: Aspect,
  index: number,
): FileProblem[] {
  const problems: FileProblem[] = [];
  const claims = claimsOf(aspect);
  const units = new Set(
    claims.flatMap(({ claim }) => (claim.quantity ? [familyOf(claim.quantity.unit)] : [])),
  );
  if (aspect.type === "quantity" && units.size > 1) {
    const message = `mixes units that cannot be compared: ${[...units].join(", ")}`;
    problems.push(problemAt(item, ["aspects", index, "facts"], message));
  }
  for (const { claim, path } of claims) {
    if (aspect.type !== "quantity" && claim.quantity) {
      problems.push(
        problemAt(
          item,
          ["aspects", index, ...path, "quantity"],
          `does not fit an aspect of type ${aspect.type}`,
        ),
      );
    }
    if (aspect.type !== "ordinal" && claim.ordinal !== undefined) {
      problems.push(
        problemAt(
          item,
          ["aspects", index, ...path, "ordinal"],
          `does not fit an aspect of type ${aspect.type}`,
        ),
      );
    }
  }
  return problems;
}

function checkUniqueIds(
  item: Positioned<ComparisonPayload>,
  field: "aspects" | "subjects",
): FileProblem[] {
  const ids = item.payload[field].map(({ id }) => id);
  return ids.flatMap((id, index) =>
    ids.indexOf(id) < index
      ? [problemAt(item, [field, index, "id"], `is used twice in this comparison: "${id}"`)]
      : [],
  );
}

function checkSourcesUsed(item: Positioned<ComparisonPayload>): FileProblem[] {
  const used = new Set(
    item.payload.aspects.flatMap((aspect) =>
      claimsOf(aspect).flatMap(({ claim }) => claim.sources),
    ),
  );
  return Object.keys(item.payload.sources)
    .filter((key) => !used.has(key))
    .map((key) => problemAt(item, ["sources", key], "is not cited by any claim"));
}

export function checkComparison(item: Positioned<ComparisonPayload>): FileProblem[] {
  return [
    ...checkUniqueIds(item, "subjects"),
    ...checkUniqueIds(item, "aspects"),
    ...item.payload.aspects.flatMap((aspect, index) => [
      ...checkRowLength(item, aspect, index),
      ...checkRowKind(item, aspect, index),
    ]),
    ...checkSourcesUsed(item),
  ];
}
