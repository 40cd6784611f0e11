import { z } from "zod";
import { itemLabel, kindLabels } from "#components/content/item-label.ts";
import { listTopics } from "#lib/content/queries.ts";
import { publicRoute } from "#lib/http.ts";
import { searchContent } from "#lib/search/queries.ts";
import type { Actor } from "#lib/session.ts";

const querySchema = z.object({
  q: z.string().max(800).default(""),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

/** Topics by name, for whoever types one to get there. */
async function topicsNamed(actor: Actor | null, text: string) {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  return (await listTopics(actor))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .slice(0, 3)
    .map(({ name, path }) => ({
      href: path,
      title: name,
      kind: "Topic",
      context: "",
      section: null,
      snippet: [],
    }));
}

/** What the palette lists: topic, number and section say where a result belongs. */
export const GET = publicRoute({ query: querySchema, perMinute: 300 }, async ({ actor, query }) => {
  const [topics, found] = await Promise.all([
    topicsNamed(actor, query.q),
    searchContent(actor, query.q, query.limit),
  ]);
  const items = found.results.map((result) => ({
    href: result.path,
    title: result.title,
    kind: kindLabels[result.kind],
    context: result.kind === "question" ? itemLabel(result) : result.topic.name,
    section: result.section,
    snippet: result.snippet,
  }));
  return {
    total: found.total + topics.length,
    corrections: found.corrections,
    results: [...topics, ...items].slice(0, query.limit),
  };
});
