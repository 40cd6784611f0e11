/** A query as somebody typed it, made fit for `websearch_to_tsquery`. */

const longestQuery = 200;
const mostWords = 16;

/** No control characters, white space collapsed, not endlessly long. */
export function cleanQuery(query: string): string {
  const characters = query
    .slice(0, longestQuery * 4)
    .normalize("NFC")
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\s]+/gu, " ")
    .trim();
  return Array.from(characters).slice(0, longestQuery).join("").trim();
}

const wordPattern = /(?<![\p{L}\p{N}])(?<sign>-?)(?<word>[\p{L}\p{N}]+)/gu;

/** The words of a query in lower case, without those that are excluded by a minus. */
export function wordsOfQuery(query: string): string[] {
  const words = [...query.matchAll(wordPattern)].flatMap((match, index) => {
    const word = match.groups?.["word"]?.toLowerCase() ?? "";
    const isExcluded =
      match.groups?.["sign"] === "-" && (match.index === 0 || query[match.index - 1] === " ");
    const isOperator = word === "or" && index > 0;
    return isExcluded || isOperator ? [] : [word];
  });
  return [...new Set(words)].slice(0, mostWords);
}

/** Puts the mended words into a query, leaving quotes and operators where they are. */
export function withCorrections(
  query: string,
  corrections: readonly { from: string; to: string }[],
): string {
  const byWord = new Map(corrections.map(({ from, to }) => [from, to]));
  return query.replaceAll(/[\p{L}\p{N}]+/gu, (word) => byWord.get(word.toLowerCase()) ?? word);
}

/** What `ts_headline` is told to put around a match: characters that no text holds. */
export const matchStart = "\u0002";
export const matchEnd = "\u0003";

/** A stretch of a snippet; `isMatch` when the query asked for it. */
export interface SnippetSegment {
  text: string;
  isMatch: boolean;
}

/** Cuts a headline at its marks, so that a page can show it without handling HTML. */
export function segmentsOf(headline: string): SnippetSegment[] {
  const segments: SnippetSegment[] = [];
  let isMatch = false;
  for (const part of headline.split(/([\u0002\u0003])/)) {
    if (part === matchStart || part === matchEnd) isMatch = part === matchStart;
    else if (part !== "") segments.push({ text: part, isMatch });
  }
  return segments;
}
