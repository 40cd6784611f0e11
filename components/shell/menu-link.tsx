"use client";

import Link from "next/link";
import type { MouseEvent, ReactNode } from "react";

/** A link in a popover, which it closes: the page may change without the popover noticing. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  const close = (event: MouseEvent<HTMLAnchorElement>) => {
    const popover = event.currentTarget.closest("[popover]");
    if (popover instanceof HTMLElement) popover.hidePopover();
  };
  return (
    <Link
      href={href}
      prefetch={false}
      onClick={close}
      className="flex min-h-11 items-center rounded-sm px-3 text-sm hover:bg-sunken md:min-h-9"
    >
      {children}
    </Link>
  );
}
