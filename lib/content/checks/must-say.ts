import { type FileProblem, type Positioned, problemAt } from "#lib/content/files/problem.ts";
import { textOfMarkdown } from "#lib/content/markdown.ts";
import type { QuestionPayload } from "#lib/content/schema.ts";

/** Part of a must-say point's content words that the brief answer has to share with it. */
const requiredSupport = 0.5;

const functionWords = new Set(
  `a about above after again all also although always among an and any are as at be because been before being below
  between both but by can cannot could did do does doing done down during each either else even every few for from
  further get gets give gives go goes had has have having here how if in instead into is it its itself just keep keeps
  least less let lets like made make makes many may might more most much must need needs neither never no nor not
  nothing now of off on once one only onto or other others otherwise our out over own per rather same say says should
  since so some something still such than that the their them then there these they thing things this those through
  thus to too toward under until up upon us use used uses using very via was way we were what when where whether which
  while who whose why will with within without would yet you your`.split(/\s+/),
);

const suffixes = [
  "ization",
  "isation",
  "ations",
  "ators",
  "ating",
  "ation",
  "ated",
  "ates",
  "ator",
  "ate",
  "ements",
  "ement",
  "ments",
  "ment",
  "ities",
  "ingly",
  "edly",
  "ings",
  "ance",
  "ence",
  "ness",
  "ible",
  "able",
  "ized",
  "ised",
  "izes",
  "ises",
  "ity",
  "ing",
  "ied",
  "ies",
  "ion",
  "ers",
  "ors",
  "est",
  "ed",
  "er",
  "or",
  "es",
  "ly",
  "al",
  "s",
  "e",
  "y",
];

/** A crude stem: enough to see that "isolated", "isolates" and "isolation" are one word. */
function stem(word: string): string {
  const suffix = word.endsWith("ss")
    ? undefined
    : suffixes.find((ending) => word.endsWith(ending) && word.length - ending.length >= 3);
  const base = suffix === undefined ? word : word.slice(0, -suffix.length);
  const undoubled = /([bdfglmnprt])\1$/.test(base) && base.length > 3 ? base.slice(0, -1) : base;
  return undoubled.slice(0, 7);
}

/** The words that carry meaning, numbers among them, by their stems. */
export function contentWords(markdown: string): Map<string, string> {
  const text = textOfMarkdown(markdown, { withCode: false }).toLowerCase();
  const words = text.match(/[\p{L}\p{N}]+(?:[.,][\p{N}]+)*/gu) ?? [];
  const meaningful = words.filter(
    (word) => !functionWords.has(word) && (word.length > 1 || /\d/.test(word)),
  );
  return new Map(meaningful.map((word) => [stem(word), word]));
}

/** Which part, 0 to 1, of a point's content words an answer holds; the words that it lacks. */
export function supportOf(
  point: string,
  answer: ReadonlyMap<string, string>,
): { share: number; missing: string[] } {
  const words = [...contentWords(point)];
  const missing = words.filter(([key]) => !answer.has(key)).map(([, word]) => word);
  return { share: words.length === 0 ? 1 : 1 - missing.length / words.length, missing };
}

/** A point that must be said in two minutes has to be in the two-minute answer. */
export function checkMustSay(item: Positioned<QuestionPayload>): FileProblem[] {
  const answer = contentWords(item.payload.brief);
  const problems = item.payload.mustSay.flatMap((point, index) => {
    const { share, missing } = supportOf(point.text, answer);
    if (share >= requiredSupport) return [];
    const percent = Math.round(share * 100);
    const message = `is not supported by the brief answer, which shares ${percent} % of its words (not: ${missing.join(", ")})`;
    return [problemAt(item, ["mustSay", index, "text"], message)];
  });
  item.payload.mustSay.forEach((point, index) => {
    if (item.payload.mustSay.findIndex((other) => other.id === point.id) < index) {
      problems.push(
        problemAt(item, ["mustSay", index, "id"], `is used twice in this question: "${point.id}"`),
      );
    }
  });
  return problems;
}
