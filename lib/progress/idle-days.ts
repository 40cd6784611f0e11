/** Study days on which a card waited for an answer: from `from` on, but not on `until` itself. */
export interface WaitingSpan {
  from: number;
  until: number;
}

/**
 * Whether nothing was due on a day without answers, which therefore does not break a streak.
 * @param spans in any order; they may overlap.
 */
export function idleDayTest(spans: readonly WaitingSpan[]): (day: number) => boolean {
  const merged: WaitingSpan[] = [];
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else if (from < until) merged.push({ from, until });
  }
  return (day) => {
    let low = 0;
    let high = merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((merged[middle]?.until ?? Number.POSITIVE_INFINITY) <= day) low = middle + 1;
      else high = middle;
    }
    return (merged[low]?.from ?? Number.POSITIVE_INFINITY) > day;
  };
}
