"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { isWithin } from "#components/shell/places.ts";

/**
 * A link of the navigation that knows whether it leads to where one is. Nothing is fetched ahead: every
 * place is made for the person at the moment of asking, so what came early would be thrown away.
 */
export function PlaceLink({
  href,
  className,
  children,
}: {
  href: string;
  className: string;
  children: ReactNode;
}) {
  const current = isWithin(usePathname(), href);
  return (
    <Link
      href={href}
      prefetch={false}
      className={className}
      aria-current={current ? "page" : undefined}
    >
      {children}
    </Link>
  );
}
