"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, type SubmitEvent, useTransition } from "react";
import { Button, type ButtonVariant } from "#components/ui/button.tsx";
import { showToast } from "#components/ui/toast.tsx";

const action = "/api/lessons/progress";
const unreachable =
  "The server could not be reached, so this was not kept. Check the network, then try again.";

interface SectionFormProps {
  /** Stable ids of the lesson and of its section. */
  lesson: string;
  section: string;
  /** What pressing the button says of the section. */
  read: boolean;
  variant: ButtonVariant;
  /** Heard instead of the words on the button, which it begins with. */
  label?: string | undefined;
  children: ReactNode;
}

/** @returns where to go on, or why nothing was kept */
async function send(
  fields: Readonly<Record<string, string>>,
): Promise<{ next: string } | { problem: string }> {
  try {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const response = await fetch(action, {
      method: "POST",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ ...fields, timeZone }),
    });
    const answer = (await response.json()) as { next?: string; error?: { message: string } };
    return answer.next === undefined
      ? { problem: answer.error?.message ?? unreachable }
      : { next: answer.next };
  } catch {
    return { problem: unreachable };
  }
}

/** Leads on within the page, as following a link to the section would; not after somebody who has left it. */
function goTo(address: string): void {
  const { pathname, hash } = new URL(address, location.href);
  if (pathname !== location.pathname) return;
  history.pushState(null, "", hash);
  const section = document.getElementById(hash.slice(1));
  const heading = section?.querySelector("h2");
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
  section?.scrollIntoView();
}

/**
 * The button under a section. Without JavaScript the browser sends the form and is led on; with it the
 * page stays, and only what changed is drawn anew.
 */
export function SectionForm({ lesson, section, read, variant, label, children }: SectionFormProps) {
  const router = useRouter();
  const [isBusy, startTransition] = useTransition();
  const fields = { lesson, section, read: String(read) };

  function mark(event: SubmitEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (isBusy) return;
    startTransition(async () => {
      const answer = await send(fields);
      if ("problem" in answer) {
        showToast(answer.problem, { tone: "danger" });
        return;
      }
      startTransition(() => router.refresh());
      if (read) goTo(answer.next);
    });
  }

  return (
    <form method="post" action={action} onSubmit={mark}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {/* Not disabled meanwhile: a button that stays would lose the focus. */}
      <Button
        type="submit"
        variant={variant}
        aria-busy={isBusy || undefined}
        aria-disabled={isBusy || undefined}
        aria-label={label}
      >
        {children}
      </Button>
    </form>
  );
}
