import { type ComparisonPayload, type ContentPayload, rungSchema } from "#lib/content/schema.ts";

/** One memorable thing about one item. */
export interface CardSpec {
  kind: "question" | "fact" | "myth" | "decision" | "condition";
  /**
   * Which thing, unique within the item: a rung, "aspect/subject", the empty string; for the conditions
   * of a contested fact "aspect/subject/conditions".
   */
  key: string;
  /** Cards of one group give each other away, so they are not shown on the same day. */
  siblingGroup: string;
}

/** An item as far as its cards depend on it. `id` is that of its row. */
export interface CardSource {
  id: string;
  payload: ContentPayload;
}

/** The facts of a comparison, row by row. */
export function factsOf(id: string, payload: ComparisonPayload): CardSpec[] {
  return payload.aspects.flatMap((aspect) =>
    payload.subjects.map((subject) => ({
      kind: "fact",
      key: `${aspect.id}/${subject.id}`,
      siblingGroup: `${id}:${aspect.id}`,
    })),
  );
}

/** Where sources disagree there is more to know than a value: under which condition each claim holds. */
export function conditionsOf(id: string, payload: ComparisonPayload): CardSpec[] {
  return factsOf(id, payload).flatMap(({ key, siblingGroup }) => {
    const [aspectId = "", subjectId = ""] = key.split("/");
    const fact = payload.aspects.find((aspect) => aspect.id === aspectId)?.facts[subjectId];
    return fact && fact.claims.length > 1
      ? [{ kind: "condition", key: `${key}/conditions`, siblingGroup }]
      : [];
  });
}

/** The cards of one item, in the order of its own content. */
export function cardsOf({ id, payload }: CardSource): CardSpec[] {
  switch (payload.kind) {
    case "question":
      return rungSchema.options.map((rung) => ({ kind: "question", key: rung, siblingGroup: id }));
    case "comparison":
      return [...factsOf(id, payload), ...conditionsOf(id, payload)];
    case "lesson":
    case "path":
      return [];
    case "myth":
    case "decision":
      return [{ kind: payload.kind, key: "", siblingGroup: id }];
  }
}
