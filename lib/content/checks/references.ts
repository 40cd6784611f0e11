import {
  type FieldPath,
  type FileProblem,
  type Positioned,
  problemAt,
} from "#lib/content/files/problem.ts";
import type { Corpus } from "#lib/content/files/read-corpus.ts";
import type { ContentPayload } from "#lib/content/schema.ts";

/** Reports every item but the first that has a key which may occur only once. */
function duplicates(
  items: readonly Positioned<ContentPayload>[],
  path: FieldPath,
  keyOf: (payload: ContentPayload) => string | null,
): FileProblem[] {
  const firstByKey = new Map<string, string>();
  return items.flatMap((item) => {
    const key = keyOf(item.payload);
    if (key === null) return [];
    const first = firstByKey.get(key);
    if (first === undefined) {
      firstByKey.set(key, item.file);
      return [];
    }
    return [problemAt(item, path, `is already taken by ${first}`)];
  });
}

/** Where a slug must be unique: the addresses of comparisons do not name a topic. */
function slugScope(payload: ContentPayload): string {
  return payload.kind === "comparison" || payload.kind === "path"
    ? payload.kind
    : `${payload.topic}/${payload.kind}`;
}

/** Another wording has an address beside the questions. */
function checkVariantSlugs(items: readonly Positioned<ContentPayload>[]): FileProblem[] {
  const taken = new Map(
    items.map(({ file, payload }) => [`${slugScope(payload)}/${payload.slug}`, file]),
  );
  return items.flatMap((item) => {
    if (item.payload.kind !== "question") return [];
    const scope = slugScope(item.payload);
    return (item.payload.variants ?? []).flatMap(({ slug }, index) => {
      const first = taken.get(`${scope}/${slug}`);
      taken.set(`${scope}/${slug}`, item.file);
      return first === undefined
        ? []
        : [problemAt(item, ["variants", index, "slug"], `is already taken by ${first}`)];
    });
  });
}

export function checkUnique(items: readonly Positioned<ContentPayload>[]): FileProblem[] {
  return [
    ...duplicates(items, ["id"], (payload) => payload.id),
    ...duplicates(items, ["slug"], (payload) => `${slugScope(payload)}/${payload.slug}`),
    ...duplicates(items, ["slug"], (payload) =>
      payload.kind === "lesson" ? `${payload.track}/${payload.slug}` : null,
    ),
    ...duplicates(items, ["position"], (payload) =>
      payload.kind === "lesson" ? `${payload.track}/${payload.position}` : null,
    ),
    ...checkVariantSlugs(items),
    ...duplicates(items, ["number"], (payload) =>
      payload.kind === "question" ? `${payload.topic}/${payload.number}` : null,
    ),
  ];
}

/** The address of a question shows its number, that of a lesson its place, so the two must agree. */
function checkNumberInSlug(item: Positioned<ContentPayload>): FileProblem[] {
  const { payload } = item;
  if (payload.kind !== "question" && payload.kind !== "lesson") return [];
  const number = payload.kind === "question" ? payload.number : payload.position;
  if (payload.slug.startsWith(`${number}-`)) return [];
  return [
    problemAt(item, ["slug"], `must begin with the number of the ${payload.kind}: ${number}-`),
  ];
}

/** Lessons and paths, whose folder is not a topic, name one that is there; a lesson also its track. */
export function checkGroups(corpus: Corpus): FileProblem[] {
  const topics = new Set(corpus.topics.map(({ payload }) => payload.id));
  const tracks = new Set(corpus.tracks.map(({ payload }) => payload.id));
  return corpus.items.flatMap((item) => {
    const { payload } = item;
    if (payload.kind !== "lesson" && payload.kind !== "path") return [];
    const problems: FileProblem[] = [];
    if (!topics.has(payload.topic))
      problems.push(problemAt(item, ["topic"], `there is no topic "${payload.topic}"`));
    if (payload.kind === "lesson" && !tracks.has(payload.track))
      problems.push(problemAt(item, ["track"], `there is no track "${payload.track}"`));
    return problems;
  });
}

export function checkReferences(corpus: Corpus): FileProblem[] {
  const ids = new Set([...corpus.items.map(({ payload }) => payload.id), ...corpus.brokenIds]);
  return corpus.items.flatMap((item) => [
    ...checkNumberInSlug(item),
    ...item.payload.related.flatMap((id, index) => {
      const path = ["related", index];
      if (id === item.payload.id) return [problemAt(item, path, "is this very item")];
      if (item.payload.related.indexOf(id) < index)
        return [problemAt(item, path, `names "${id}" a second time`)];
      return ids.has(id)
        ? []
        : [problemAt(item, path, `names "${id}", which no file has as its id`)];
    }),
  ]);
}
