"use client";

import * as Radix from "@radix-ui/react-dropdown-menu";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "#components/ui/cx.ts";

interface MenuProps {
  /** One focusable element, usually an IconButton. */
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "center" | "end";
}

export function Menu({ trigger, children, align = "end" }: MenuProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 rounded-md border border-line bg-raised p-1 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const item =
  "flex min-h-10 items-center gap-3 rounded-sm px-3 text-sm outline-none data-highlighted:bg-sunken data-disabled:opacity-55";

interface MenuItemProps {
  children: ReactNode;
  icon?: ReactNode;
  /** The key that does the same, such as <Kbd>u</Kbd>. */
  shortcut?: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  onSelect?: () => void;
  href?: string;
}

export function MenuItem({
  children,
  icon,
  shortcut,
  danger = false,
  disabled = false,
  onSelect,
  href,
}: MenuItemProps) {
  const content = (
    <>
      {icon}
      <span className="grow">{children}</span>
      {shortcut}
    </>
  );
  const className = cx(item, danger && "text-danger");
  if (href !== undefined) {
    return (
      <Radix.Item asChild disabled={disabled}>
        <Link href={href} className={className}>
          {content}
        </Link>
      </Radix.Item>
    );
  }
  return (
    <Radix.Item
      disabled={disabled}
      className={cx(className, "cursor-pointer")}
      {...(onSelect && { onSelect })}
    >
      {content}
    </Radix.Item>
  );
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-line" />;
}
