"use client";

import dynamic from "next/dynamic";
import Link from "next/link";
import { type MouseEvent, type ReactNode, useEffect, useState } from "react";

// The palette with its libraries is fetched when it is first asked for.
const Palette = dynamic(
  () => import("#components/shell/palette.tsx").then((module) => module.Palette),
  { ssr: false },
);

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

interface PaletteTriggerProps {
  className: string;
  /** Listens for ⌘K, Ctrl+K and `/`; one trigger per page does. */
  keys?: boolean;
  children: ReactNode;
}

/** A link to the search page that, with JavaScript, opens the palette instead. */
export function PaletteTrigger({ className, keys = false, children }: PaletteTriggerProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState(false);
  const show = (next: boolean) => {
    if (next) setWanted(true);
    setOpen(next);
  };

  useEffect(() => {
    if (!keys) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const command =
        event.key.toLowerCase() === "k" &&
        (event.metaKey || event.ctrlKey) &&
        !event.altKey &&
        !event.shiftKey;
      const slash =
        event.key === "/" &&
        !event.metaKey &&
        !event.ctrlKey &&
        !event.altKey &&
        !isTyping(event.target);
      if (!command && !slash) return;
      event.preventDefault();
      setWanted(true);
      setOpen((was) => (command && !was) || slash);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [keys]);

  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    show(true);
  };

  return (
    <>
      <Link
        href="/search"
        prefetch={false}
        className={className}
        onClick={onClick}
        {...(keys && { "aria-keyshortcuts": "Meta+K Control+K /" })}
      >
        {children}
      </Link>
      {wanted && <Palette open={open} onOpenChange={show} />}
    </>
  );
}
