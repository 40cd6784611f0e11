import {
  findNeighbours,
  findSlugOfVariant,
  getItemPage,
  getTopicRow,
} from "#lib/content/item-rows.ts";
import {
  getComparison,
  getDecision,
  getMyth,
  getQuestion,
  getTopic,
  listComparisons,
  listDecisions,
  listMyths,
  listQuestions,
  listTopics,
} from "#lib/content/queries.ts";
import { questionPayloadSchema } from "#lib/content/schema.ts";
import { anybody, type FunctionCase } from "#lib/isolation/cases/case.ts";
import type { Targets } from "#lib/isolation/world.ts";

const questionAt = ({ topicSlug, slugs }: Targets) => ({
  kind: "question" as const,
  topicSlug,
  slug: slugs.question,
});

/** One row or more per function of `lib/content`. */
export const contentCases: Record<string, FunctionCase[]> = {
  "lib/content/item-rows.ts getTopicRow": [
    anybody("NOT_FOUND", "published", (who, at) => getTopicRow(who, at.topicSlug)),
  ],
  "lib/content/item-rows.ts getItemPage": [
    anybody("NOT_FOUND", "published", (who, at) =>
      getItemPage(who, questionAt(at), questionPayloadSchema),
    ),
  ],
  "lib/content/item-rows.ts findNeighbours": [
    anybody("same", "published", (who, at) => findNeighbours(who, at.topicSlug, at.bankId, 2)),
  ],
  "lib/content/item-rows.ts findSlugOfVariant": [
    anybody("same", "none", (who, at) => findSlugOfVariant(who, at.topicSlug, at.slugs.question)),
  ],
  "lib/content/queries.ts listTopics": [anybody("same", "published", (who) => listTopics(who))],
  "lib/content/queries.ts getTopic": [
    anybody("NOT_FOUND", "published", (who, at) => getTopic(who, at.topicSlug)),
  ],
  "lib/content/queries.ts listQuestions": [
    anybody("NOT_FOUND", "published", (who, at) => listQuestions(who, at.topicSlug)),
  ],
  "lib/content/queries.ts getQuestion": [
    anybody("NOT_FOUND", "published", (who, at) =>
      getQuestion(who, at.topicSlug, at.slugs.question),
    ),
  ],
  "lib/content/queries.ts listComparisons": [
    anybody("same", "published", (who) => listComparisons(who)),
    anybody("NOT_FOUND", "published", (who, at) => listComparisons(who, at.topicSlug)),
  ],
  "lib/content/queries.ts getComparison": [
    anybody("NOT_FOUND", "published", (who, at) => getComparison(who, at.slugs.comparison)),
  ],
  "lib/content/queries.ts listMyths": [
    anybody("NOT_FOUND", "published", (who, at) => listMyths(who, at.topicSlug)),
  ],
  "lib/content/queries.ts listDecisions": [
    anybody("NOT_FOUND", "published", (who, at) => listDecisions(who, at.topicSlug)),
  ],
  "lib/content/queries.ts getMyth": [
    anybody("NOT_FOUND", "published", (who, at) => getMyth(who, at.topicSlug, at.slugs.myth)),
  ],
  "lib/content/queries.ts getDecision": [
    anybody("NOT_FOUND", "published", (who, at) =>
      getDecision(who, at.topicSlug, at.slugs.decision),
    ),
  ],
};
