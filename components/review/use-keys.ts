"use client";

import { useEffect, useRef } from "react";

/** What a key does, by `KeyboardEvent.key`; a key that is not here does nothing. */
export type KeyMap = Readonly<Record<string, (() => void) | undefined>>;

const typing =
  "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable='true']";
const pressable = "button, a[href], summary, input, [role=button]";

/**
 * Listens to keys everywhere on the page, except while typing or in an open dialog. Space and Enter
 * stay with a button or link that has the focus. "Mod+z" is Ctrl+Z or ⌘Z.
 */
export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null;
      if (event.isComposing || event.altKey || target?.closest(`${typing}, [role=dialog]`)) return;
      const isMod = event.ctrlKey || event.metaKey;
      if (isMod && event.key !== "z") return;
      if ((event.key === " " || event.key === "Enter") && target?.closest(pressable)) return;
      const run = latest.current[isMod ? "Mod+z" : event.key];
      // A key held down repeats: that must not grade one card after another.
      if (!run || (event.repeat && !isMod)) return;
      event.preventDefault();
      run();
    };
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}
