/** Parameter 20 of FSRS-6, as published: how fast the forgetting curve falls. */
const decay = -0.1542;

/** Days until recall falls to `retention`, for a memory of which 90 % is left after one day. */
function intervalFactor(retention: number): number {
  return (retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1);
}

/**
 * How often a card that is remembered comes back, compared with a desired retention of 90 %.
 * From the forgetting curve of FSRS-6: R(t) = (1 + f t/S)^decay, f = 0.9^(1/decay) - 1.
 */
export function relativeLoad(retention: number): number {
  return 1 / intervalFactor(retention);
}

/** The same in words, "about 2.3 times as often as at 90 %". */
export function loadInWords(retention: number): string {
  const load = relativeLoad(retention);
  if (Math.abs(load - 1) < 0.05)
    return "The usual balance: nine of ten recalled, with a moderate number of reviews.";
  const factor = load > 1 ? load : 1 / load;
  const times = factor >= 10 ? factor.toFixed(0) : factor.toFixed(1);
  const often = load > 1 ? `about ${times} times as often` : `about ${times} times less often`;
  return `Cards come back ${often} as at 90 %${load > 1 ? ": more reviews, more recalled" : ": fewer reviews, more forgotten"}.`.replace(
    "less often as",
    "less often than",
  );
}
