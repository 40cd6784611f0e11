import type { Share } from "#lib/progress/schema.ts";

/** Normal quantile of a two-sided 95 % interval. */
const z = 1.959_963_984_540_054;

/**
 * A share with its 95 % score interval, which stays within 0..1 and holds for few trials and shares
 * near 1, where the textbook's ± does not.
 * E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
 * @param count trials; with none, nothing is known: 0 to 1.
 */
export function wilsonShare(successes: number, count: number): Share {
  if (count === 0) return { count, share: 0, low: 0, high: 1 };
  const share = successes / count;
  const zz = z * z;
  const centre = (share + zz / (2 * count)) / (1 + zz / count);
  const half =
    (z / (1 + zz / count)) * Math.sqrt((share * (1 - share)) / count + zz / (4 * count * count));
  return { count, share, low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}
