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
  also = [],
  className,
  children,
}: {
  href: string;
  /** Other addresses that belong to this place. */
  also?: readonly string[];
  className: string;
  children: ReactNode;
}) {
  const path = usePathname();
  const current = [href, ...also].some((within) => isWithin(path, within));
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
