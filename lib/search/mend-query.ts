import { readableItemsSql } from "#lib/content/access.ts";
import { pool } from "#lib/db.ts";
import { wordsOfQuery } from "#lib/search/search-text.ts";
import { type Candidate, likeliestWord } from "#lib/search/typing-errors.ts";
import type { Actor } from "#lib/session.ts";

/** A word of the query that nothing has, and the one that was searched for instead. */
export interface Correction {
  from: string;
  to: string;
}

/** Below this trigrams say nothing; two letters swapped in a word of six still leave 0.27. */
const leastSimilarity = 0.2;
const candidatesPerWord = 30;

/**
 * Which of these texts no readable item matches. Texts of stop words only match nothing, but are no
 * errors either; a word that the corpus has in any spelling of a path or a name is none.
 */
async function listUnknown(actor: Actor | null, texts: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool().query<{ text: string }>({
    text: `SELECT typed.text FROM unnest($1::text[]) AS typed(text)
            WHERE numnode(plainto_tsquery('whetstone', typed.text)) > 0
              AND NOT EXISTS (SELECT FROM search_words WHERE word = lower(unaccent(typed.text)))
              AND NOT EXISTS (SELECT FROM search_parts part
                                JOIN content_items item ON item.id = part.item_id
                                JOIN banks bank ON bank.id = item.bank_id
                               WHERE part.tsv @@ plainto_tsquery('whetstone', typed.text)
                                 AND ${readableItemsSql(actor)})`,
    values: [texts],
  });
  return new Set(rows.map(({ text }) => text));
}

async function listCandidates(words: readonly string[]): Promise<Map<string, Candidate[]>> {
  const { rows } = await pool().query<Candidate & { typed: string }>({
    text: `SELECT typed.word AS typed, near.word, near.similarity, near.frequency
             FROM unnest($1::text[]) AS typed(word)
            CROSS JOIN LATERAL (
                  SELECT word, frequency, similarity(word, typed.word)::float8 AS similarity
                    FROM search_words
                   WHERE (length(word) BETWEEN length(typed.word) - 3 AND length(typed.word) + 3
                          AND similarity(word, typed.word) >= $2)
                      OR starts_with(word, typed.word)
                   ORDER BY 3 DESC, frequency DESC LIMIT $3) AS near`,
    values: [words, leastSimilarity, candidatesPerWord],
  });
  const byWord = new Map<string, Candidate[]>();
  for (const { typed, ...candidate } of rows)
    byWord.set(typed, [...(byWord.get(typed) ?? []), candidate]);
  return byWord;
}

/** For each word of the query that nothing has, the nearest that something has. */
export async function mendQuery(actor: Actor | null, query: string): Promise<Correction[]> {
  const terms = query
    .toLowerCase()
    .split(" ")
    .filter((term) => term !== "");
  const words = wordsOfQuery(query).filter((word) => word.length >= 3 && !/\d/.test(word));
  if (words.length === 0) return [];
  const unknown = await listUnknown(actor, [...new Set([...words, ...terms])]);
  // "docker.sock" is known as a whole, although "sock" by itself is not.
  const mistyped = words.filter(
    (word) => unknown.has(word) && terms.some((term) => term.includes(word) && unknown.has(term)),
  );
  if (mistyped.length === 0) return [];
  const candidates = await listCandidates(mistyped);
  return mistyped.flatMap((word) => {
    const meant = likeliestWord(word, candidates.get(word) ?? []);
    return meant === null ? [] : [{ from: word, to: meant }];
  });
}
