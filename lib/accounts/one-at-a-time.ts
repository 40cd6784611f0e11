const lastByKey = new Map<string, Promise<unknown>>();

/**
 * Runs `work` after everything that was given before under the same key, in this process. Tries of
 * one password are counted one by one, so that a person who signs in on many tabs at once is not
 * taken for somebody who guesses.
 */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const before = lastByKey.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  lastByKey.set(key, mine);
  try {
    return await mine;
  } finally {
    if (lastByKey.get(key) === mine) lastByKey.delete(key);
  }
}
