"use client";

import { useEffect, useRef, useState } from "react";

/** Time that the page was visible since the card was shown. */
export interface Timer {
  /** Whole seconds, for showing. */
  seconds: number;
  /** Exact, for recording. */
  elapsedMs: () => number;
}

/**
 * Counts while the page is visible, until `stopped`. Mount it anew for each card.
 */
export function useTimer(stopped: boolean): Timer {
  const [seconds, setSeconds] = useState(0);
  const clock = useRef({ before: 0, since: null as number | null });

  const elapsedMs = () => {
    const { before, since } = clock.current;
    return before + (since === null ? 0 : performance.now() - since);
  };

  useEffect(() => {
    const state = clock.current;
    const resume = () => {
      if (document.visibilityState === "visible") state.since ??= performance.now();
      else if (state.since !== null) {
        state.before += performance.now() - state.since;
        state.since = null;
      }
    };
    resume();
    document.addEventListener("visibilitychange", resume);
    return () => document.removeEventListener("visibilitychange", resume);
  }, []);

  useEffect(() => {
    if (stopped) return undefined;
    const tick = setInterval(() => {
      const { before, since } = clock.current;
      setSeconds(Math.floor((before + (since === null ? 0 : performance.now() - since)) / 1000));
    }, 500);
    return () => clearInterval(tick);
  }, [stopped]);

  return { seconds, elapsedMs };
}
