"use client";

import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { cx } from "#components/ui/cx.ts";

interface Toast {
  id: number;
  message: string;
  tone: "note" | "danger";
  action: { label: string; run: () => void } | undefined;
}

interface ToastOptions {
  tone?: Toast["tone"];
  /** Such as Undo. A toast with an action stays longer. */
  action?: Toast["action"];
}

const none: readonly Toast[] = [];
let toasts: readonly Toast[] = none;
let nextId = 1;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function dismiss(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says something in passing; what must not be missed belongs into the page instead. */
export function showToast(message: string, { tone = "note", action }: ToastOptions = {}): void {
  const id = nextId++;
  change([...toasts.slice(-2), { id, message, tone, action }]);
  setTimeout(() => dismiss(id), action ? 10_000 : 6_000);
}

/** Once per page; a polite live region that is there before the first message. */
export function ToastRegion() {
  const current = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  );
  return (
    <div
      role="status"
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-[calc(var(--bar-height)+1rem)] z-50 grid justify-items-center gap-2 md:bottom-6"
    >
      {current.map(({ id, message, tone, action }) => (
        <div
          key={id}
          className={cx(
            "pointer-events-auto flex max-w-md items-center gap-3 rounded-md py-2 pr-2 pl-4 text-sm shadow-float",
            tone === "danger" ? "bg-danger-fill text-on-danger" : "bg-ink text-paper",
          )}
        >
          <span>{message}</span>
          {action && (
            <button
              type="button"
              className="rounded-sm px-2 py-1 font-semibold underline underline-offset-4"
              onClick={() => {
                action.run();
                dismiss(id);
              }}
            >
              {action.label}
            </button>
          )}
          <button
            type="button"
            aria-label="Dismiss"
            className="grid size-8 place-items-center rounded-sm"
            onClick={() => dismiss(id)}
          >
            <X size={16} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  );
}
