import { textOfMarkdown } from "#lib/content/markdown.ts";
import type { ContentPayload } from "#lib/content/schema.ts";

export type Change = "editorial" | "material";

/**
 * What a card of the item asks or reveals as its answer, as one list of texts. The rest (titles, tags,
 * sources, perspective, hints, follow-ups, code samples, reasons behind a fact) can change without
 * making wrong what somebody has learned.
 */
function answerTexts(payload: ContentPayload): string[] {
  switch (payload.kind) {
    case "question":
      return [
        payload.question,
        payload.superBrief,
        payload.brief,
        payload.detailed,
        ...payload.mustSay.map((point) => `${point.id} ${point.text}`),
      ];
    case "comparison":
      return payload.aspects.flatMap((aspect) => [
        aspect.prompt,
        ...payload.subjects.flatMap((subject) => [
          `${aspect.id} ${subject.id} ${subject.name}`,
          ...(aspect.facts[subject.id]?.claims ?? []).map((claim) =>
            [
              claim.value,
              claim.quantity?.min,
              claim.quantity?.max,
              claim.quantity?.unit,
              claim.ordinal,
              claim.condition,
            ]
              .map((part) => part ?? "")
              .join(" | "),
          ),
        ]),
      ]);
    case "lesson":
    case "path":
      return []; // nothing is asked from them
    case "myth":
      return [payload.claim, payload.reality];
    case "decision":
      return [
        payload.scenario,
        ...payload.constraints,
        ...payload.options,
        payload.choice,
        payload.why,
        payload.flip.constraint,
        payload.flip.choice,
        payload.hybrid ?? "",
      ];
  }
}

/** The words, figures and operators of a text: no markup, case, white space or sentence punctuation. */
function wordsOf(markdown: string): string {
  return textOfMarkdown(markdown, { withCode: true })
    .toLowerCase()
    .replaceAll(/[.,](?!\p{N})|[;:!?"“”‘’'()…]/gu, " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

/**
 * Whether somebody who knows the old version has something to learn from the new one: material when the
 * words of anything that a card asks or answers changed, editorial otherwise.
 */
export function changeBetween(before: ContentPayload, after: ContentPayload): Change {
  // Sorted, because moving an aspect or a constraint to another place teaches nothing.
  const old = answerTexts(before).map(wordsOf).sort();
  const now = answerTexts(after).map(wordsOf).sort();
  const same = old.length === now.length && old.every((words, index) => words === now[index]);
  return same ? "editorial" : "material";
}
