"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { isWithin } from "#components/shell/places.ts";

/** A link of the navigation that knows whether it leads to where one is. */
export function PlaceLink({ href, className, children }: { href: string; className: string; children: ReactNode }) {
  const current = isWithin(usePathname(), href);
  return (
    <Link href={href} className={className} aria-current={current ? "page" : undefined}>
      {children}
    </Link>
  );
}
