const threshold = 8;
const repeatEvery = 4;

/** Whether a card has lapsed so often that it costs more than it gives. */
export function isLeech(lapses: number): boolean {
  return lapses >= threshold;
}

/** Whether reaching this number of lapses is told: at 8, then at every fourth (12, 16 …). */
export function isLeechNotice(lapses: number): boolean {
  return isLeech(lapses) && (lapses - threshold) % repeatEvery === 0;
}
