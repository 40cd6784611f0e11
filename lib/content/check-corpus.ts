import { checkCode } from "#lib/content/checks/code.ts";
import { checkComparison } from "#lib/content/checks/comparison-rows.ts";
import { checkLessonLength, checkLessons, checkPaths } from "#lib/content/checks/lessons.ts";
import { checkMustSay } from "#lib/content/checks/must-say.ts";
import { checkCodeLanguages, checkLengths, checkPhrases } from "#lib/content/checks/prose.ts";
import { checkGroups, checkReferences, checkUnique } from "#lib/content/checks/references.ts";
import { checkSentences, checkStems } from "#lib/content/checks/repetition.ts";
import { checkSpelling } from "#lib/content/checks/spelling.ts";
import { compareProblems, type FileProblem, type Positioned } from "#lib/content/files/problem.ts";
import type { Corpus } from "#lib/content/files/read-corpus.ts";
import type { ContentPayload } from "#lib/content/schema.ts";

/** What a corpus holds and what is wrong with it. */
export interface CorpusReport {
  questions: number;
  /** Questions by topic. */
  topics: Record<string, number>;
  comparisons: number;
  /** Facts of all comparisons: an aspect of a subject each. */
  facts: number;
  myths: number;
  decisions: number;
  lessons: number;
  paths: number;
  /** Facts on which sources disagree. */
  contested: number;
  errors: FileProblem[];
}

function checkItem(item: Positioned<ContentPayload>): FileProblem[] {
  const { payload } = item;
  const ofAnyKind = [...checkPhrases(item), ...checkCodeLanguages(item)];
  switch (payload.kind) {
    case "question": {
      const question = { ...item, payload };
      return [...checkLengths(question), ...checkMustSay(question), ...ofAnyKind];
    }
    case "comparison":
      return [...checkComparison({ ...item, payload }), ...ofAnyKind];
    case "lesson":
      return [...checkLessonLength({ ...item, payload }), ...ofAnyKind];
    case "myth":
    case "decision":
    case "path":
      return ofAnyKind;
  }
}

function questionsByTopic(corpus: Corpus): Record<string, number> {
  const counts = new Map(corpus.topics.map(({ payload }) => [payload.id, 0]));
  for (const { payload } of corpus.items) {
    if (payload.kind === "question")
      counts.set(payload.topic, (counts.get(payload.topic) ?? 0) + 1);
  }
  return Object.fromEntries(counts);
}

/** Counts a corpus and checks it, beyond what the schema of each file says. */
export async function checkCorpus(corpus: Corpus): Promise<CorpusReport> {
  const count = (kind: ContentPayload["kind"]) =>
    corpus.items.filter(({ payload }) => payload.kind === kind).length;
  const facts = corpus.items.flatMap(({ payload }) =>
    payload.kind === "comparison"
      ? payload.aspects.flatMap((aspect) => Object.values(aspect.facts))
      : [],
  );
  const errors = [
    ...corpus.problems,
    ...checkUnique(corpus.items),
    ...checkGroups(corpus),
    ...checkReferences(corpus),
    ...checkLessons(corpus),
    ...checkPaths(corpus),
    ...corpus.items.flatMap((item) => checkItem(item)),
    ...checkStems(corpus.items),
    ...checkSentences(corpus.items),
    ...(await checkCode(corpus.items)),
    ...(await checkSpelling(corpus.items, corpus.words)),
  ];
  return {
    questions: count("question"),
    topics: questionsByTopic(corpus),
    comparisons: count("comparison"),
    facts: facts.length,
    myths: count("myth"),
    decisions: count("decision"),
    lessons: count("lesson"),
    paths: count("path"),
    contested: facts.filter((fact) => fact.claims.length > 1).length,
    errors: errors.sort(compareProblems),
  };
}
