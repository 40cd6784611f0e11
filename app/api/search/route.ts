import { z } from "zod";
import { itemLabel, kindLabels } from "#components/content/item-label.ts";
import { publicRoute } from "#lib/http.ts";
import { searchContent } from "#lib/search/queries.ts";

const querySchema = z.object({
  q: z.string().max(800).default(""),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/** What the palette lists: topic, number and section say where a result belongs. */
export const GET = publicRoute({ query: querySchema, perMinute: 300 }, async ({ actor, query }) => {
  const { results, total, corrections } = await searchContent(actor, query.q, query.limit);
  return {
    total,
    corrections,
    results: results.map((result) => ({
      href: result.path,
      title: result.title,
      kind: kindLabels[result.kind],
      context: result.number === null ? result.topic.name : itemLabel(result),
      section: result.section,
      snippet: result.snippet,
    })),
  };
});
