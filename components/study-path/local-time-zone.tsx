"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;
const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const unknown = () => "";

/** Says the browser's time zone in a form, for whoever becomes a guest by it; nothing without JavaScript. */
export function LocalTimeZone() {
  const timeZone = useSyncExternalStore(never, here, unknown);
  return <input type="hidden" name="timeZone" value={timeZone} />;
}
