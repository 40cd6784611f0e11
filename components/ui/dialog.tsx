"use client";

import * as Radix from "@radix-ui/react-dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons; the one that does it comes last. */
  footer?: ReactNode;
  size?: "sm" | "md" | "lg";
}

const widths = { sm: "max-w-sm", md: "max-w-lg", lg: "max-w-3xl" } as const;

/** A modal; load it with `next/dynamic` on first use, so that pages do not carry it. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  size = "md",
}: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(20_15_10/0.5)]" />
        <Radix.Content
          {...(!description && { "aria-describedby": undefined })}
          className={cx(
            "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[90dvh] w-full flex-col rounded-t-md border border-line bg-raised shadow-float",
            "md:inset-y-0 md:my-auto md:h-fit md:w-[calc(100%-2rem)] md:rounded-md",
            widths[size],
          )}
        >
          <div className="flex items-start justify-between gap-4 px-6 pt-5">
            <div>
              <Radix.Title className="text-md font-semibold">{title}</Radix.Title>
              {description && (
                <Radix.Description className="mt-1 text-soft">{description}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton label="Close" className="-mt-2 -mr-3">
                <X size={18} aria-hidden />
              </IconButton>
            </Radix.Close>
          </div>
          <div className="overflow-y-auto px-6 py-4">{children}</div>
          {footer && (
            <div className="flex flex-wrap justify-end gap-3 border-t border-line px-6 py-4">
              {footer}
            </div>
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
