"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";

const never = () => () => {};

/** Appears only where it can work: with JavaScript and a clipboard. */
export function CopyButton({ text }: { text: string }) {
  const able = useSyncExternalStore(
    never,
    () => "clipboard" in navigator,
    () => false,
  );
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");

  useEffect(() => {
    if (state === "idle") return;
    const timer = setTimeout(() => setState("idle"), 2000);
    return () => clearTimeout(timer);
  }, [state]);

  if (!able) return null;
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("failed"),
    );
  };
  return (
    <Button variant="quiet" size="sm" onClick={copy}>
      {state === "copied" ? <Check size={14} aria-hidden /> : <Copy size={14} aria-hidden />}
      <span aria-live="polite">
        {state === "copied"
          ? "Copied"
          : state === "failed"
            ? "Not allowed; select it instead"
            : "Copy"}
      </span>
    </Button>
  );
}
