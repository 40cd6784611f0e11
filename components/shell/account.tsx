import { CircleUserRound, LogIn } from "lucide-react";
import Link from "next/link";
import { MenuLink } from "#components/shell/menu-link.tsx";
import { cx } from "#components/ui/cx.ts";

/** Who is here, as far as the shell needs to know; null when nobody is signed in. */
export interface ShellAccount {
  isGuest: boolean;
  name?: string | undefined;
}

interface AccountProps {
  account: ShellAccount | null;
  /** The menu is drawn once for the rail and once for the phone's top bar. */
  place: "rail" | "top";
  className: string;
}

/** A menu by the browser's own popover: opens, closes on Esc and outside, all without JavaScript. */
export function Account({ account, place, className }: AccountProps) {
  if (!account) {
    return (
      <Link href="/sign-in" prefetch={false} className={className}>
        <LogIn size={20} strokeWidth={1.75} aria-hidden />
        <span className={cx(place === "top" && "sr-only")}>Sign in</span>
      </Link>
    );
  }
  const id = `account-${place}`;
  return (
    <>
      <button type="button" popoverTarget={id} className={className}>
        <CircleUserRound size={20} strokeWidth={1.75} aria-hidden />
        <span className={cx(place === "top" && "sr-only")}>
          {account.isGuest ? "Guest" : "Account"}
        </span>
      </button>
      <div
        id={id}
        popover="auto"
        className={cx(
          "fixed m-0 w-60 rounded-md border border-line bg-raised p-1 text-ink shadow-float",
          place === "rail"
            ? "top-auto right-auto bottom-4 left-[calc(var(--rail-width)+0.25rem)]"
            : "top-14 right-3 bottom-auto left-auto",
        )}
      >
        <p className="px-3 py-2 text-xs text-faint">
          {account.isGuest
            ? "You practise as a guest. An account keeps every review."
            : (account.name ?? "Signed in")}
        </p>
        {account.isGuest && (
          <>
            <MenuLink href="/sign-up">Create an account</MenuLink>
            <MenuLink href="/sign-in">Sign in</MenuLink>
          </>
        )}
        <MenuLink href="/settings">Settings</MenuLink>
        {!account.isGuest && <MenuLink href="/sign-out">Sign out</MenuLink>}
      </div>
    </>
  );
}
