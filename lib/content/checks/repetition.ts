import { contentWords } from "#lib/content/checks/must-say.ts";
import { type Prose, problemWithin, proseOf } from "#lib/content/checks/texts.ts";
import {
  type FileProblem,
  fieldName,
  type Positioned,
  problemAt,
} from "#lib/content/files/problem.ts";
import { linesOf } from "#lib/content/files/question-sections.ts";
import type { ContentPayload } from "#lib/content/schema.ts";

/** A sentence of fewer words may well be written twice. */
const shortestSentence = 7;

/** Stems that share this part of their content words, of those of both, ask the same. */
const sameStem = 0.6;
/** With fewer content words than this only the very same words do: "always faster", "always safer". */
const fewWords = 5;

/** What an item asks, without what it answers. */
function stemOf(payload: ContentPayload): Prose | null {
  switch (payload.kind) {
    case "question":
      return { path: ["question"], source: payload.question };
    case "myth":
      return { path: ["claim"], source: payload.claim };
    case "decision":
      return { path: ["scenario"], source: payload.scenario };
    case "comparison":
    case "lesson":
    case "path":
      return null;
  }
}

/** Shared content words as a part, 0 to 1, of all content words of both (Jaccard index). */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length;
  const all = a.size + b.size - shared;
  return all === 0 ? 0 : shared / all;
}

function asksTheSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const isShort = Math.min(a.size, b.size) < fewWords;
  return similarity(a, b) >= (isShort ? 1 : sameStem);
}

/** No two items of one kind ask the same in almost the same words. */
export function checkStems(items: readonly Positioned<ContentPayload>[]): FileProblem[] {
  const stems = items.flatMap((item) => {
    const stem = stemOf(item.payload);
    return stem ? [{ item, stem, words: new Set(contentWords(stem.source).keys()) }] : [];
  });
  return stems.flatMap(({ item, stem, words }, index) => {
    const twin = stems
      .slice(0, index)
      .find(
        (other) => other.item.payload.kind === item.payload.kind && asksTheSame(other.words, words),
      );
    return twin
      ? [
          problemAt(
            item,
            stem.path,
            `asks almost the same as ${twin.item.file}; make them one question with a variant`,
          ),
        ]
      : [];
  });
}

interface Sentence {
  text: string;
  /** Its words alone, so that markup, case and commas make no difference. */
  key: string;
  /** Of the paragraph in which it stands. */
  offset: number;
}

/** Paragraphs, list items and headings by their lines; fenced blocks left out. */
function paragraphsOf(source: string): { text: string; offset: number }[] {
  const paragraphs: { text: string; offset: number }[] = [];
  let offset = 0;
  let isOpen = false;
  for (const { text, isCode } of linesOf(source)) {
    const isProse = !isCode && text.trim() !== "";
    const begins = /^\s*(?:[-*+]|\d+\.|#+|\|)\s/.test(text);
    const last = paragraphs.at(-1);
    if (isProse && isOpen && !begins && last) last.text += ` ${text}`;
    else if (isProse) paragraphs.push({ text, offset });
    isOpen = isProse && !text.startsWith("#");
    offset += text.length + 1;
  }
  return paragraphs;
}

function sentencesOf(source: string): Sentence[] {
  return paragraphsOf(source).flatMap(({ text: paragraph, offset }) =>
    paragraph
      .split(/(?<=[.!?:;])\s+/)
      .map((text) => ({
        text,
        key: (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" "),
        offset,
      }))
      .filter(({ key }) => key.split(" ").length >= shortestSentence),
  );
}

/** Sentences stand once in the whole corpus: what is said twice teaches once. */
export function checkSentences(items: readonly Positioned<ContentPayload>[]): FileProblem[] {
  const firstByKey = new Map<string, string>();
  return items.flatMap((item) =>
    proseOf(item.payload).flatMap((prose) =>
      sentencesOf(prose.source).flatMap(({ text, key, offset }) => {
        const place = `${fieldName(prose.path)} of ${item.file}`;
        const first = firstByKey.get(key);
        if (first === undefined) firstByKey.set(key, place);
        if (first === undefined || first === place) return [];
        return [problemWithin(item, prose, offset, `“${text}” also stands in ${first}`)];
      }),
    ),
  );
}
