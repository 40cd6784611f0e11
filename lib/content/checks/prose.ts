import {
  type FieldPath,
  type FileProblem,
  fieldName,
  type Positioned,
  problemAt,
} from "#lib/content/files/problem.ts";
import {
  countWords,
  type MarkdownNode,
  type MarkdownRoot,
  parseMarkdown,
  textOfMarkdown,
} from "#lib/content/markdown.ts";
import type { ContentPayload, QuestionPayload } from "#lib/content/schema.ts";

/** One Markdown text of an item. */
interface Prose {
  path: FieldPath;
  source: string;
}

/** Words that a spoken rung may have; code blocks and tables' markup are not counted. */
const wordLimits = {
  superBrief: { min: 1, max: 60 },
  brief: { min: 110, max: 260 },
  detailed: { min: 400, max: 1100 },
} as const;

/** The Markdown texts of an item, in reading order. */
function proseOf(payload: ContentPayload): Prose[] {
  switch (payload.kind) {
    case "question":
      return [
        { path: ["question"], source: payload.question },
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

/** The number of words that one would say aloud. */
function spokenWords(markdown: string): number {
  return countWords(textOfMarkdown(markdown, { withCode: false }));
}

export function checkLengths(item: Positioned<QuestionPayload>): FileProblem[] {
  const problems: FileProblem[] = [];
  for (const field of ["superBrief", "brief", "detailed"] as const) {
    const { min, max } = wordLimits[field];
    const words = spokenWords(item.payload[field]);
    if (words < min || words > max) {
      const range = field === "superBrief" ? `at most ${max}` : `${min} to ${max}`;
      problems.push(problemAt(item, [field], `has ${words} words; it must have ${range}`));
    }
  }
  return problems;
}

/**
 * Phrases that fill time without saying anything. Each is matched as whole words, in any case.
 */
const bannedPhrases: readonly RegExp[] = [
  /in today['’]s (fast-paced|digital|modern|ever-\w+) (world|age|era|landscape)/,
  /in today['’]s world/,
  /it(['’]s| is) (important|worth|crucial|essential|vital) to (note|mention|remember|understand|noting|mentioning)/,
  /it(['’]s| is) worth (noting|mentioning|pointing out)/,
  /needless to say/,
  /at the end of the day/,
  /when it comes to/,
  /plays? an? (crucial|vital|key|important|pivotal|significant) role/,
  /delv(e|es|ed|ing)/,
  /crucial(ly)?/,
  /pivotal/,
  /leverag(e|es|ed|ing)/,
  /utili[sz](e|es|ed|ing|ation of)/,
  /seamless(ly)?/,
  /game[- ]chang(er|ers|ing)/,
  /cutting[- ]edge/,
  /state[- ]of[- ]the[- ]art/,
  /best[- ]in[- ]class/,
  /ever[- ](evolving|changing|growing)/,
  /(rich )?tapestry/,
  /holistic(ally)?/,
  /synerg(y|ies|istic)/,
  /paradigm shift/,
  /unlock(s|ing)? the (power|potential)/,
  /harness(es|ing)? the power/,
  /navigat(e|es|ing) the (complexit|landscape|world)\w*/,
  /testament to/,
  /in (conclusion|summary),/,
  /let['’]s (dive|explore|take a look)\b.*?/,
  /dive(s)? (deep|deeper|into)/,
  /deep dive/,
  /as an ai\b/,
  /embark(s|ing)? on/,
  /underscor(e|es|ing) the/,
  /multifaceted/,
  /a myriad of/,
  /plethora/,
].map((phrase) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${phrase.source})(?![\\p{L}\\p{N}])`, "giu"));

/** Sections of a question are exact slices of their file, so a line within one is a line of the file. */
function lineWithin(
  item: Positioned<ContentPayload>,
  { path, source }: Prose,
  offset: number,
): number {
  const line = item.lineOf(path);
  if (item.payload.kind !== "question" || path[0] === "mustSay") return line;
  return line + source.slice(0, offset).split("\n").length - 1;
}

export function checkPhrases(item: Positioned<ContentPayload>): FileProblem[] {
  const texts = [{ path: ["title"], source: item.payload.title }, ...proseOf(item.payload)];
  return texts.flatMap((prose) =>
    bannedPhrases.flatMap((phrase) =>
      [...prose.source.matchAll(phrase)].map((match) => ({
        file: item.file,
        field: fieldName(prose.path),
        line: lineWithin(item, prose, match.index),
        message: `says “${match[0]}”, which says nothing: cut it or name the thing`,
      })),
    ),
  );
}

function codeBlocksOf(
  node: MarkdownNode | MarkdownRoot,
): Extract<MarkdownNode, { type: "code" }>[] {
  if (node.type === "code") return [node];
  return "children" in node ? node.children.flatMap((child) => codeBlocksOf(child)) : [];
}

/** Every block of code says what language it is in. */
export function checkCodeLanguages(item: Positioned<ContentPayload>): FileProblem[] {
  return proseOf(item.payload).flatMap((prose) =>
    codeBlocksOf(parseMarkdown(prose.source))
      .filter((code) => !code.lang)
      .map((code) => ({
        file: item.file,
        field: fieldName(prose.path),
        line: lineWithin(item, prose, code.position?.start.offset ?? 0),
        message: "has a block of code without a language: write ```bash, ```yaml, ```text …",
      })),
  );
}
