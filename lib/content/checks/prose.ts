import { codeBlocksOf, problemWithin, proseOf } from "#lib/content/checks/texts.ts";
import { type FileProblem, type Positioned, problemAt } from "#lib/content/files/problem.ts";
import { countWords, textOfMarkdown } from "#lib/content/markdown.ts";
import type { ContentPayload, QuestionPayload } from "#lib/content/schema.ts";

/** Words that a spoken rung may have; code blocks and tables' markup are not counted. */
const wordLimits = {
  superBrief: { min: 1, max: 60 },
  brief: { min: 110, max: 260 },
  detailed: { min: 400, max: 1100 },
} as const;

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

export function checkPhrases(item: Positioned<ContentPayload>): FileProblem[] {
  const texts = [{ path: ["title"], source: item.payload.title }, ...proseOf(item.payload)];
  return texts.flatMap((prose) =>
    bannedPhrases.flatMap((phrase) =>
      [...prose.source.matchAll(phrase)].map((match) =>
        problemWithin(
          item,
          prose,
          match.index,
          `says “${match[0]}”, which says nothing: cut it or name the thing`,
        ),
      ),
    ),
  );
}

/** Every block of code says what language it is in. */
export function checkCodeLanguages(item: Positioned<ContentPayload>): FileProblem[] {
  return proseOf(item.payload).flatMap((prose) =>
    codeBlocksOf(prose)
      .filter((code) => !code.lang)
      .map((code) =>
        problemWithin(
          item,
          prose,
          code.position?.start.offset ?? 0,
          "has a block of code without a language: write ```bash, ```yaml, ```text …",
        ),
      ),
  );
}
