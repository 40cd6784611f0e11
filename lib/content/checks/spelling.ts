import {
  finalizeSettings,
  getDefaultBundledSettingsAsync,
  getDictionary,
  mergeSettings,
  type SpellingDictionaryCollection,
} from "cspell-lib";
import { type Prose, problemWithin, proseOf } from "#lib/content/checks/texts.ts";
import type { FileProblem, Positioned } from "#lib/content/files/problem.ts";
import { type MarkdownNode, type MarkdownRoot, parseMarkdown } from "#lib/content/markdown.ts";
import type { ContentPayload } from "#lib/content/schema.ts";

/** Dictionaries of cspell that an answer may draw its words from, besides British English. */
const dictionaries =
  `en-gb softwareTerms software-terms networking-terms web-services computing-acronyms docker k8s aws
  typescript node npm sql bash python golang html css fullstack companies data-science git terraform`.split(
    /\s+/,
  );

async function openDictionary(words: readonly string[]): Promise<SpellingDictionaryCollection> {
  const settings = mergeSettings(await getDefaultBundledSettingsAsync(), {
    language: "en-GB",
    dictionaries,
    words: [...words],
  });
  return getDictionary(finalizeSettings(settings));
}

interface Word {
  text: string;
  offset: number;
}

/** Letters with apostrophes inside; words with digits, underscores or dots are names of things. */
const wordPattern = /[\p{L}\p{N}_]+(?:['’][\p{L}]+)*(?:[./@:][\p{L}\p{N}_]+)*/gu;

/** `HTTPServer` and `maxAge` are names in code that stand in a sentence. */
function isName(text: string): boolean {
  return /[\d_./@:]/.test(text) || /\p{Ll}\p{Lu}/u.test(text) || /^\p{Lu}+(?:'?s)?$/u.test(text);
}

function wordsOf(node: MarkdownNode | MarkdownRoot): Word[] {
  if (node.type === "text") {
    const start = node.position?.start.offset ?? 0;
    return [...node.value.matchAll(wordPattern)]
      .map((match) => ({ text: match[0].replaceAll("’", "'"), offset: start + match.index }))
      .filter(({ text }) => text.length > 2 && !isName(text));
  }
  return "children" in node ? node.children.flatMap((child) => wordsOf(child)) : [];
}

/** The name and the attributes of a lesson's directive are ids; blanks keep the places of the rest. */
function withoutDirectives(source: string): string {
  const blank = (match: string) => " ".repeat(match.length);
  return source.replaceAll(/^::.*$/gm, (line) =>
    line.replace(/^:+[\w-]*/, blank).replace(/\{[^{}]*\}\s*$/, blank),
  );
}

function textsOf({ payload }: Positioned<ContentPayload>): Prose[] {
  return [{ path: ["title"], source: payload.title }, ...proseOf(payload)];
}

/**
 * Every word of every text is in a dictionary: British English, the terms of the trade, or the
 * project's own list.
 * @param ownWords of `seed/content/words.txt`
 */
export async function checkSpelling(
  items: readonly Positioned<ContentPayload>[],
  ownWords: readonly string[],
): Promise<FileProblem[]> {
  const dictionary = await openDictionary(ownWords);
  const verdicts = new Map<string, boolean>();
  const isKnown = (word: string): boolean => {
    const has = (text: string) => dictionary.has(text, { ignoreCase: true });
    const known = verdicts.get(word) ?? (has(word) || has(word.replace(/'s?$/, "")));
    verdicts.set(word, known);
    return known;
  };
  const hints = new Map<string, string>();
  const hintFor = (word: string): string => {
    const known = hints.get(word);
    if (known !== undefined) return known;
    const words = dictionary.suggest(word, { numSuggestions: 3 }).map((found) => found.word);
    const hint = words.length > 0 ? ` (${words.join(", ")}?)` : "";
    hints.set(word, hint);
    return hint;
  };
  return items.flatMap((item) =>
    textsOf(item).flatMap((prose) =>
      wordsOf(parseMarkdown(withoutDirectives(prose.source)))
        .filter(({ text }) => !isKnown(text))
        .map(({ text, offset }) =>
          problemWithin(
            item,
            prose,
            offset,
            `“${text}” is in no dictionary${hintFor(text)}: mend it, or add it to seed/content/words.txt`,
          ),
        ),
    ),
  );
}
