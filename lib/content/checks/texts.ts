import {
  type FieldPath,
  type FileProblem,
  fieldName,
  type Positioned,
} from "#lib/content/files/problem.ts";
import { type MarkdownNode, type MarkdownRoot, parseMarkdown } from "#lib/content/markdown.ts";
import type { ContentPayload } from "#lib/content/schema.ts";

/** One Markdown text of an item. */
export interface Prose {
  path: FieldPath;
  source: string;
}

/** The Markdown texts of an item, in reading order. */
export function proseOf(payload: ContentPayload): Prose[] {
  switch (payload.kind) {
    case "question":
      return [
        { path: ["question"], source: payload.question },
        ...(payload.variants ?? []).flatMap((variant, index) => [
          { path: ["variants", index, "title"], source: variant.title },
          { path: ["variants", index, "question"], source: variant.question },
        ]),
        { path: ["superBrief"], source: payload.superBrief },
        { path: ["brief"], source: payload.brief },
        { path: ["detailed"], source: payload.detailed },
        { path: ["perspective"], source: payload.perspective },
        ...payload.mustSay.map((point, index) => ({
          path: ["mustSay", index, "text"],
          source: point.text,
        })),
        ...payload.hints.flatMap((hint, index) => [
          { path: ["hints", index, "title"], source: hint.title },
          { path: ["hints", index, "advice"], source: hint.advice },
          { path: ["hints", index, "sampleResponse"], source: hint.sampleResponse },
        ]),
        ...payload.followUps.flatMap((followUp, index) => [
          { path: ["followUps", index, "question"], source: followUp.question },
          { path: ["followUps", index, "answer"], source: followUp.answer },
        ]),
        payload.code.kind === "code"
          ? { path: ["code"], source: payload.code.caption }
          : { path: ["code", "reason"], source: payload.code.reason },
      ];
    case "comparison":
      return [
        { path: ["summary"], source: payload.summary },
        ...payload.aspects.flatMap((aspect, index) =>
          aspect.why === undefined ? [] : [{ path: ["aspects", index, "why"], source: aspect.why }],
        ),
        { path: ["takeaway"], source: payload.takeaway },
      ];
    case "lesson":
      return [
        { path: ["summary"], source: payload.summary },
        ...payload.sections.flatMap((section, index) => [
          { path: ["sections", index, "title"], source: section.title },
          { path: ["sections", index, "body"], source: section.body },
        ]),
        ...payload.takeaways.map((source, index) => ({ path: ["takeaways", index], source })),
      ];
    case "path":
      return [
        { path: ["role"], source: payload.role },
        { path: ["summary"], source: payload.summary },
        ...payload.weeks.flatMap((week, index) => [
          { path: ["weeks", index, "title"], source: week.title },
          { path: ["weeks", index, "goal"], source: week.goal },
        ]),
      ];
    case "myth":
      return [
        { path: ["claim"], source: payload.claim },
        { path: ["reality"], source: payload.reality },
        { path: ["whyBelieved"], source: payload.whyBelieved },
      ];
    case "decision":
      return [
        { path: ["scenario"], source: payload.scenario },
        ...payload.constraints.map((source, index) => ({ path: ["constraints", index], source })),
        ...payload.options.map((source, index) => ({ path: ["options", index], source })),
        { path: ["choice"], source: payload.choice },
        { path: ["why"], source: payload.why },
        { path: ["flip", "constraint"], source: payload.flip.constraint },
        { path: ["flip", "choice"], source: payload.flip.choice },
        ...(payload.hybrid === undefined ? [] : [{ path: ["hybrid"], source: payload.hybrid }]),
      ];
  }
}

/** Sections of Markdown files are exact slices, so a line within one is a line of the file. */
function isSliceOfFile(payload: ContentPayload, path: FieldPath): boolean {
  if (payload.kind === "lesson") return path[0] === "sections" && path[2] === "body";
  return payload.kind === "question" && path[0] !== "mustSay" && path[0] !== "variants";
}

function lineWithin(
  item: Positioned<ContentPayload>,
  { path, source }: Prose,
  offset: number,
): number {
  const line = item.lineOf(path);
  if (!isSliceOfFile(item.payload, path)) return line;
  return line + source.slice(0, offset).split("\n").length - 1;
}

/** A problem at a place within one text of an item. @param offset in characters */
export function problemWithin(
  item: Positioned<ContentPayload>,
  prose: Prose,
  offset: number,
  message: string,
): FileProblem {
  return {
    file: item.file,
    field: fieldName(prose.path),
    line: lineWithin(item, prose, offset),
    message,
  };
}

type CodeBlock = Extract<MarkdownNode, { type: "code" }>;

function codeNodes(node: MarkdownNode | MarkdownRoot): CodeBlock[] {
  if (node.type === "code") return [node];
  return "children" in node ? node.children.flatMap((child) => codeNodes(child)) : [];
}

/** A line that may begin a block of code. Most texts have none and need no parser. */
const mayHoldCode = /^\s*(?:```|~~~)|^(?: {4}|\t)/m;

/** The blocks of code in a text. */
export function codeBlocksOf(prose: Prose): CodeBlock[] {
  if (!mayHoldCode.test(prose.source)) return [];
  return codeNodes(parseMarkdown(prose.source));
}
