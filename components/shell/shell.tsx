import { ChartNoAxesColumn, Columns2, Library, Search, Sun, Timer } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Account, type ShellAccount } from "#components/shell/account.tsx";
import { BrandMark } from "#components/shell/brand.tsx";
import { PaletteTrigger } from "#components/shell/palette-trigger.tsx";
import { PlaceLink } from "#components/shell/place-link.tsx";
import { type Place, places } from "#components/shell/places.ts";
import { SkipLink } from "#components/shell/skip-link.tsx";
import { ToastRegion } from "#components/ui/toast.tsx";

const icons: Readonly<Record<Place["icon"], typeof Sun>> = {
  today: Sun,
  review: Timer,
  learn: Library,
  compare: Columns2,
  progress: ChartNoAxesColumn,
};

const railItem =
  "place flex w-full flex-col items-center gap-1 rounded-md py-2 text-xs text-soft transition-colors duration-150 hover:bg-sunken hover:text-ink aria-[current=page]:text-ink";
const barItem =
  "place flex min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 text-[0.6875rem] text-soft aria-[current=page]:text-ink";
const topItem =
  "grid size-11 place-items-center rounded-md text-soft hover:bg-sunken hover:text-ink";

function Places({ className }: { className: string }) {
  return places.map(({ href, label, icon, also }) => {
    const Icon = icons[icon];
    return (
      <PlaceLink key={href} href={href} also={also} className={className}>
        <Icon size={21} strokeWidth={1.75} aria-hidden />
        <span className="font-medium">{label}</span>
      </PlaceLink>
    );
  });
}

interface ShellProps {
  account: ShellAccount | null;
  children: ReactNode;
}

/**
 * What stands around every page: a rail on the left, on a phone a bar at the bottom. All of it works
 * without JavaScript, which only adds the palette.
 */
export function Shell({ account, children }: ShellProps) {
  return (
    <>
      <SkipLink />
      <header
        data-shell="chrome"
        className="sticky top-0 z-20 flex h-14 items-center justify-between border-b border-line bg-paper pr-1.5 pl-4 md:hidden"
      >
        <Link
          href="/"
          prefetch={false}
          className="flex items-center gap-2 text-sm font-semibold tracking-tight"
        >
          <BrandMark size={22} />
          Whetstone
        </Link>
        <div className="flex">
          <PaletteTrigger className={topItem}>
            <Search size={20} strokeWidth={1.75} aria-hidden />
            <span className="sr-only">Search</span>
          </PaletteTrigger>
          <Account account={account} place="top" className={topItem} />
        </div>
      </header>

      <header
        data-shell="chrome"
        className="fixed inset-y-0 left-0 z-20 hidden w-(--rail-width) flex-col items-center border-r border-line bg-paper px-2 py-4 md:flex"
      >
        <Link
          href="/"
          prefetch={false}
          className="mb-4 grid size-11 place-items-center rounded-md hover:bg-sunken"
          aria-label="Whetstone, home"
        >
          <BrandMark size={28} />
        </Link>
        <nav aria-label="Places" className="flex w-full flex-col gap-1">
          <Places className={railItem} />
        </nav>
        <div className="mt-auto flex w-full flex-col gap-1">
          <PaletteTrigger className={railItem} keys>
            <Search size={21} strokeWidth={1.75} aria-hidden />
            <span>Search</span>
          </PaletteTrigger>
          <Account account={account} place="rail" className={railItem} />
        </div>
      </header>

      <main
        id="main"
        tabIndex={-1}
        className="mx-auto min-h-[calc(100dvh-3.5rem)] w-full max-w-[76rem] px-4 pt-6 pb-[calc(var(--bar-height)+env(safe-area-inset-bottom)+3rem)] outline-none md:min-h-dvh md:pt-12 md:pr-8 md:pb-24 md:pl-[calc(var(--rail-width)+2rem)] xl:max-w-[84rem] xl:pl-[calc(var(--rail-width)+4rem)]"
      >
        {children}
      </main>

      <nav
        data-shell="chrome"
        aria-label="Places"
        className="fixed inset-x-0 bottom-0 z-20 flex h-[calc(var(--bar-height)+env(safe-area-inset-bottom))] border-t border-line bg-paper px-1 pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        <Places className={barItem} />
      </nav>
      <ToastRegion />
    </>
  );
}
