/** A word of the corpus that a mistyped one may have meant. */
export interface Candidate {
  word: string;
  /** Trigram similarity, 0..1. */
  similarity: number;
  frequency: number;
}

/**
 * The number of letters to add, drop, change or swap with their neighbour to make one word of another
 * (optimal string alignment). https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance
 */
export function editDistance(from: string, to: string): number {
  const a = Array.from(from);
  const b = Array.from(to);
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swap =
        i > 1 && j > 1 && isSwap ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** How many slips a word of this length may hold and still be recognised. */
function tolerance(length: number): number {
  if (length <= 4) return 1;
  return length <= 8 ? 2 : 3;
}

/**
 * The word that was most likely meant: the fewest slips, then the most similar, then the commonest. A
 * word that was only begun is completed when nothing is near.
 */
export function likeliestWord(typed: string, candidates: readonly Candidate[]): string | null {
  const near = candidates
    .map((candidate) => ({ ...candidate, distance: editDistance(typed, candidate.word) }))
    .filter(({ distance }) => distance > 0 && distance <= tolerance(typed.length))
    .sort(
      (a, b) => a.distance - b.distance || b.similarity - a.similarity || b.frequency - a.frequency,
    );
  if (near[0]) return near[0].word;
  const begun = candidates.filter(({ word }) => typed.length >= 3 && word.startsWith(typed));
  return begun.sort((a, b) => b.frequency - a.frequency)[0]?.word ?? null;
}
