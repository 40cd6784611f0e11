import autocannon from "autocannon";

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? middle - 1 : middle], sorted[middle]];
  if (low === undefined || high === undefined) throw new Error("the median of nothing");
  return (low + high) / 2;
}

/** To three significant digits: the machine's noise is larger than the rest. */
export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}

interface Load {
  url: string;
  connections: number;
  seconds: number;
  /** Body and headers of the next request. */
  next: () => { body: string; headers?: Record<string, string> };
}

/** Requests a second that were answered with 2xx. @throws Error if any was not. */
export async function loadWith({ url, connections, seconds, next }: Load): Promise<number> {
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [
      {
        method: "POST",
        setupRequest: (request) => {
          const { body, headers } = next();
          return { ...request, body, headers: { "content-type": "application/json", ...headers } };
        },
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(
      `${url}: ${result.non2xx} answers were not 2xx, ${result.errors} requests failed`,
    );
  }
  return result["2xx"] / result.duration;
}
