import { readableItemsSql } from "#lib/content/access.ts";
import type { ItemLink } from "#lib/content/dto.ts";
import { itemPath } from "#lib/content/paths.ts";
import type { ContentKind } from "#lib/content/schema.ts";
import { pool } from "#lib/db.ts";
import { type Correction, mendQuery } from "#lib/search/mend-query.ts";
import {
  cleanQuery,
  matchEnd,
  matchStart,
  type SnippetSegment,
  segmentsOf,
  withCorrections,
  wordsOfQuery,
} from "#lib/search/search-text.ts";
import type { Actor } from "#lib/session.ts";

/** An item that was found. Its path leads to the section where the words stand, when one section has them all. */
interface SearchResult extends ItemLink {
  /** Heading of that section. */
  section: string | null;
  snippet: SnippetSegment[];
}

export interface SearchAnswer {
  results: SearchResult[];
  /** Number of all results, of which `results` is a page. */
  total: number;
  corrections: Correction[];
}

interface HitRow {
  total: number;
  id: string | null;
  kind: ContentKind;
  title: string;
  slug: string;
  number: number | null;
  topic_slug: string;
  topic_name: string;
  track_slug: string | null;
  section: string | null;
  anchor: string | null;
  headline: string;
}

interface Page {
  limit: number;
  offset: number;
}

const headlineOptions = `StartSel=${matchStart}, StopSel=${matchEnd}, MaxFragments=1, MaxWords=32, MinWords=14`;

// Part 0 is the whole item and decides whether it matches and how well; the other parts say where.
// Weights are those of D, C, B (body) and A (heading); 1 divides by the logarithm of the length.
const searchSql = (readable: string) => `
  WITH query AS (SELECT websearch_to_tsquery('whetstone', $1) AS words),
  matches AS (
    SELECT item.id, whole.body,
           to_tsvector('whetstone', whole.heading) @@ query.words AS in_title,
           ts_rank('{0.1, 0.2, 0.4, 1}', whole.tsv, query.words, 1) AS rank
      FROM query
      JOIN search_parts whole ON whole.part = 0 AND whole.tsv @@ query.words
      JOIN content_items item ON item.id = whole.item_id
      JOIN banks bank ON bank.id = item.bank_id
     WHERE ${readable}),
  page AS (SELECT * FROM matches ORDER BY in_title DESC, rank DESC, id LIMIT $2 OFFSET $3)
  SELECT counted.total, item.id, item.kind, item.title, item.slug, item.number,
         topic.slug AS topic_slug, topic.name AS topic_name, track.slug AS track_slug, best.heading AS section, best.anchor,
         ts_headline('whetstone', coalesce(best.body, page.body), query.words, $4) AS headline
    FROM (SELECT count(*)::int AS total FROM matches) AS counted
   CROSS JOIN query
    LEFT JOIN page ON true
    LEFT JOIN content_items item ON item.id = page.id
    LEFT JOIN topics topic ON topic.id = item.topic_id
    LEFT JOIN lesson_tracks track ON track.id = item.track_id
    LEFT JOIN LATERAL (
         SELECT part.heading, part.anchor, part.body FROM search_parts part
          WHERE part.item_id = page.id AND part.part > 0 AND part.tsv @@ query.words
          ORDER BY ts_rank(part.tsv, query.words) DESC, part.part LIMIT 1) AS best ON true
   ORDER BY page.in_title DESC, page.rank DESC, page.id`;

function resultOf(row: HitRow): SearchResult {
  const path = itemPath({
    kind: row.kind,
    topicSlug: row.topic_slug,
    trackSlug: row.track_slug,
    slug: row.slug,
  });
  return {
    kind: row.kind,
    title: row.title,
    path: row.anchor ? `${path}#${row.anchor}` : path,
    number: row.number,
    topic: { slug: row.topic_slug, name: row.topic_name },
    section: row.section,
    snippet: segmentsOf(row.headline),
  };
}

async function runSearch(actor: Actor | null, query: string, page: Page) {
  const { rows } = await pool().query<HitRow>({
    text: searchSql(readableItemsSql(actor)),
    values: [query, page.limit, page.offset, headlineOptions],
  });
  return {
    total: rows[0]?.total ?? 0,
    results: rows.filter((row) => row.id !== null).map(resultOf),
  };
}

/** "Q 44", "question 44" and "q-44" are written as the search parts have it. */
const questionNumber = /(?<![\p{L}\p{N}])q(?:uestion)?[ -]*(\d{1,4})(?![\p{L}\p{N}])/giu;

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), least), most) : least;
}

/**
 * Full-text search over everything that the actor may read: titles, numbers ("Docker Q44"), tags and
 * texts, title matches first. Understands "quoted phrases", OR and -exclusion; words that nothing has
 * are replaced by the nearest that something has, and `corrections` says so. When no item has all the
 * words, items that have some are found. Odd input finds nothing; it never throws for it.
 */
export async function searchContent(
  actor: Actor | null,
  query: string,
  limit: number,
  offset = 0,
): Promise<SearchAnswer> {
  const cleaned = cleanQuery(query).replaceAll(questionNumber, "q$1");
  if (cleaned === "") return { results: [], total: 0, corrections: [] };
  const page = { limit: within(limit, 1, 50), offset: within(offset, 0, 10_000) };
  const corrections = await mendQuery(actor, cleaned);
  const mended = withCorrections(cleaned, corrections);
  const found = await runSearch(actor, mended, page);
  if (found.total > 0) return { ...found, corrections };
  const words = wordsOfQuery(mended);
  if (words.length < 2) return { ...found, corrections };
  return { ...(await runSearch(actor, words.join(" or "), page)), corrections };
}
