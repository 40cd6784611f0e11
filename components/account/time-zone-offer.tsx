"use client";

import { useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";

const never = () => () => undefined;
const detect = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Offers the browser's time zone when another one is chosen: after a journey, mostly. */
export function TimeZoneOffer({
  chosen,
  onUse,
}: {
  chosen: string;
  onUse: (timeZone: string) => void;
}) {
  const detected = useSyncExternalStore(never, detect, () => null);
  if (!detected || detected === chosen) return null;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span>This device is in {detected}.</span>
      <Button size="sm" onClick={() => onUse(detected)}>
        Use it
      </Button>
    </span>
  );
}
