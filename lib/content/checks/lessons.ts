import { problemWithin } from "#lib/content/checks/texts.ts";
import { type FileProblem, type Positioned, problemAt } from "#lib/content/files/problem.ts";
import type { Corpus } from "#lib/content/files/read-corpus.ts";
import { countWords, textOfMarkdown } from "#lib/content/markdown.ts";
import { lessonAnchors } from "#lib/content/paths.ts";
import type {
  ComparisonPayload,
  ContentKind,
  ContentPayload,
  LessonPayload,
  PathPayload,
} from "#lib/content/schema.ts";
import { type LessonBlock, lessonText, parseLessonSection } from "#lib/lessons/lesson-blocks.ts";

/** Words a minute of somebody who reads to understand; tables and code take their own time. */
const wordsPerMinute = 130;

/** The stated minutes are within these factors of what the words alone would take. */
const minutesTolerance = { least: 0.7, most: 3 };

/** Minutes are a promise to the reader, so they have to fit the words. */
export function checkLessonLength(item: Positioned<LessonPayload>): FileProblem[] {
  const { minutes, sections } = item.payload;
  const words = sections
    .map(({ body }) => countWords(textOfMarkdown(lessonText(body), { withCode: false })))
    .reduce((sum, count) => sum + count, 0);
  const expected = words / wordsPerMinute;
  if (minutes >= expected * minutesTolerance.least && minutes <= expected * minutesTolerance.most)
    return [];
  const message = `says ${minutes}, but ${words} words take about ${Math.round(expected)} minutes`;
  return [problemAt(item, ["minutes"], message)];
}

class Known {
  private readonly byId: ReadonlyMap<string, ContentPayload>;
  private readonly broken: ReadonlySet<string>;

  constructor(corpus: Corpus) {
    this.byId = new Map(corpus.items.map(({ payload }) => [payload.id, payload]));
    this.broken = corpus.brokenIds;
  }

  /** What is wrong with naming `id` where one of `kinds` is wanted; null when nothing is. */
  complaint(id: string, kinds: readonly ContentKind[]): string | null {
    if (this.broken.has(id)) return null;
    const payload = this.byId.get(id);
    if (!payload) return `names "${id}", which no file has as its id`;
    if (kinds.includes(payload.kind)) return null;
    return `names the ${payload.kind} "${id}" where a ${kinds.join(" or ")} is wanted`;
  }

  comparison(id: string): ComparisonPayload | null {
    const payload = this.byId.get(id);
    return payload?.kind === "comparison" ? payload : null;
  }
}

/** Anchors of the page that are no section's. */
const takenAnchors: ReadonlySet<string> = new Set([...Object.values(lessonAnchors), "main"]);

const withCards: readonly ContentKind[] = ["question", "comparison", "myth", "decision"];

function complaintsOfBlock(block: LessonBlock, known: Known): string[] {
  if (block.kind === "myth") {
    const complaint = known.complaint(block.id, ["myth"]);
    return complaint === null ? [] : [complaint];
  }
  if (block.kind !== "comparison") return [];
  const complaint = known.complaint(block.id, ["comparison"]);
  if (complaint !== null) return [complaint];
  const aspects = known.comparison(block.id)?.aspects;
  if (!aspects) return [];
  return block.aspects
    .filter((id) => !aspects.some((aspect) => aspect.id === id))
    .map((id) => `names the row "${id}", which ${block.id} does not have`);
}

function checkLesson(item: Positioned<LessonPayload>, known: Known): FileProblem[] {
  const { payload } = item;
  const problems: FileProblem[] = payload.sections.flatMap(({ body }, index) => {
    const prose = { path: ["sections", index, "body"], source: body };
    const { blocks, problems: ofBlocks } = parseLessonSection(body);
    return [
      ...ofBlocks.map(({ offset, message }) => problemWithin(item, prose, offset, message)),
      ...blocks.flatMap((block) =>
        complaintsOfBlock(block, known).map((message) => {
          const offset = "id" in block ? Math.max(0, body.indexOf(block.id)) : 0;
          return problemWithin(item, prose, offset, message);
        }),
      ),
    ];
  });
  payload.sections.forEach(({ id }, index) => {
    if (payload.sections.findIndex((other) => other.id === id) < index)
      problems.push(problemAt(item, ["sections", index], `the id "${id}" is used twice`));
    if (takenAnchors.has(id))
      problems.push(
        problemAt(item, ["sections", index], `the id "${id}" belongs to the page itself`),
      );
  });
  payload.cards.forEach((id, index) => {
    const complaint = known.complaint(id, withCards);
    if (complaint !== null) problems.push(problemAt(item, ["cards", index], complaint));
  });
  return problems;
}

export function checkLessons(corpus: Corpus): FileProblem[] {
  const known = new Known(corpus);
  return corpus.items.flatMap((item) =>
    item.payload.kind === "lesson" ? checkLesson({ ...item, payload: item.payload }, known) : [],
  );
}

function checkPath(item: Positioned<PathPayload>, known: Known): FileProblem[] {
  const seen = new Set<string>();
  return item.payload.weeks.flatMap((week, weekIndex) =>
    week.items.flatMap((id, index) => {
      const path = ["weeks", weekIndex, "items", index];
      const isTwice = seen.has(id);
      seen.add(id);
      if (isTwice) return [problemAt(item, path, `names "${id}" a second time`)];
      const complaint = known.complaint(id, [...withCards, "lesson"]);
      return complaint === null ? [] : [problemAt(item, path, complaint)];
    }),
  );
}

export function checkPaths(corpus: Corpus): FileProblem[] {
  const known = new Known(corpus);
  return corpus.items.flatMap((item) =>
    item.payload.kind === "path" ? checkPath({ ...item, payload: item.payload }, known) : [],
  );
}
