import { accountsCases } from "#lib/isolation/cases/accounts.ts";
import type { FunctionCase } from "#lib/isolation/cases/case.ts";
import { contentCases } from "#lib/isolation/cases/content.ts";
import { lessonsCases } from "#lib/isolation/cases/lessons.ts";
import { progressCases } from "#lib/isolation/cases/progress.ts";
import { reviewsCases } from "#lib/isolation/cases/reviews.ts";
import { searchCases } from "#lib/isolation/cases/search.ts";
import { studyPathsCases } from "#lib/isolation/cases/study-paths.ts";

/** What is tried of every function that takes an actor: a table per domain under `cases/`, by path and name. */
export const functionCases: Record<string, FunctionCase[]> = {
  ...accountsCases,
  ...contentCases,
  ...lessonsCases,
  ...progressCases,
  ...reviewsCases,
  ...searchCases,
  ...studyPathsCases,
};
