import { anybody, type FunctionCase } from "#lib/isolation/cases/case.ts";
import { mendQuery } from "#lib/search/mend-query.ts";
import { searchContent } from "#lib/search/queries.ts";

/** One row or more per function of `lib/search`. */
export const searchCases: Record<string, FunctionCase[]> = {
  "lib/search/mend-query.ts mendQuery": [
    anybody("same", "none", (who) => mendQuery(who, "namespaec")),
  ],
  "lib/search/queries.ts searchContent": [
    anybody("same", "published", (who) => searchContent(who, "namespace", 10)),
  ],
};
