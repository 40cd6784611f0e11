"use client";

import { useEffect, useState } from "react";

export interface PaletteResult {
  href: string;
  title: string;
  kind: string;
  /** Where it belongs, such as "Docker Q44". */
  context: string;
}

interface Answer {
  text: string;
  results: readonly PaletteResult[];
  failed: boolean;
}

const pauseMs = 120;
const nothing: Answer = { text: "", results: [], failed: false };

/** Asks the server for `text`, once typing pauses; keeps the last results while the next ones come. */
export function usePaletteSearch(text: string): {
  results: readonly PaletteResult[];
  state: "idle" | "searching" | "found" | "failed";
} {
  const wanted = text.trim();
  const [answer, setAnswer] = useState(nothing);

  useEffect(() => {
    if (wanted === "") return;
    const abort = new AbortController();
    const timer = setTimeout(() => {
      fetch(`/api/search?limit=8&q=${encodeURIComponent(wanted)}`, { signal: abort.signal })
        .then(async (response) => {
          if (!response.ok) throw new Error(String(response.status));
          return (await response.json()) as { results: PaletteResult[] };
        })
        .then(({ results }) => setAnswer({ text: wanted, results, failed: false }))
        .catch(() => {
          if (!abort.signal.aborted) setAnswer({ text: wanted, results: [], failed: true });
        });
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted]);

  if (wanted === "") return { results: nothing.results, state: "idle" };
  if (answer.text !== wanted) return { results: answer.results, state: "searching" };
  return { results: answer.results, state: answer.failed ? "failed" : "found" };
}
