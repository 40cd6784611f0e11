"use client";

import { Command } from "cmdk";
import { ArrowRight, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { places } from "#components/shell/places.ts";
import { usePaletteSearch } from "#components/shell/use-palette-search.ts";
import { Badge } from "#components/ui/badge.tsx";

const pages = [
  ...places,
  { href: "/lessons", label: "Lessons" },
  { href: "/paths", label: "Study paths" },
  { href: "/search", label: "Search" },
  { href: "/settings", label: "Settings" },
  { href: "/about", label: "About Whetstone" },
];

const group =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-faint";
const item =
  "flex min-h-11 cursor-pointer items-center gap-3 rounded-sm px-3 py-1.5 data-[selected=true]:bg-sunken md:min-h-10";

/** Every page, topic and question, one key away. */
export function Palette({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const router = useRouter();
  const [text, setText] = useState("");
  const { results, state } = usePaletteSearch(open ? text : "");
  // What was picked counts until there are other results; then the first is the nearest.
  const [picked, setPicked] = useState<{ value: string; among: typeof results } | null>(null);
  const wanted = text.trim();
  const pagesShown = pages.filter(({ label }) =>
    label.toLowerCase().includes(wanted.toLowerCase()),
  );

  const first = results[0]?.href ?? (wanted === "" ? `page ${places[0].href}` : "search-all");

  const go = (href: string) => {
    onOpenChange(false);
    setText("");
    router.push(href);
  };

  return (
    <Command.Dialog
      open={open}
      onOpenChange={onOpenChange}
      label="Go to a page, topic or question"
      shouldFilter={false}
      value={picked?.among === results ? picked.value : first}
      onValueChange={(value) => setPicked({ value, among: results })}
      loop
      overlayClassName="fixed inset-0 z-40 bg-[rgb(20_15_10/0.5)]"
      contentClassName="fixed inset-x-2 top-2 z-50 mx-auto max-w-xl overflow-hidden rounded-md border border-line bg-raised shadow-float md:top-[14vh]"
    >
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Search size={18} aria-hidden className="shrink-0 text-faint" />
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder="Go to a page, topic or question"
          className="h-13 w-full bg-transparent text-[1rem] placeholder:text-faint focus-visible:outline-none md:text-sm"
        />
      </div>
      <Command.List className="max-h-[min(26rem,70dvh)] scroll-py-2 overflow-y-auto overscroll-contain p-1 pb-2">
        {results.length > 0 && (
          <Command.Group heading="Found" className={group}>
            {results.map((result) => (
              <Command.Item
                key={result.href}
                value={result.href}
                onSelect={() => go(result.href)}
                className={item}
              >
                <span className="min-w-0 grow truncate">{result.title}</span>
                <span className="hidden shrink-0 text-xs text-faint sm:inline">
                  {result.context}
                </span>
                <Badge className="shrink-0">{result.kind}</Badge>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {wanted !== "" && (
          <Command.Group heading="Search" className={group}>
            <Command.Item
              value="search-all"
              onSelect={() => go(`/search?q=${encodeURIComponent(wanted)}`)}
              className={item}
            >
              <Search size={16} aria-hidden className="text-faint" />
              <span className="min-w-0 truncate">All results for “{wanted}”</span>
            </Command.Item>
          </Command.Group>
        )}
        {pagesShown.length > 0 && (
          <Command.Group heading="Pages" className={group}>
            {pagesShown.map(({ href, label }) => (
              <Command.Item
                key={href}
                value={`page ${href}`}
                onSelect={() => go(href)}
                className={item}
              >
                <ArrowRight size={16} aria-hidden className="text-faint" />
                {label}
              </Command.Item>
            ))}
          </Command.Group>
        )}
      </Command.List>
      <p
        role="status"
        className={
          state === "idle" ? "sr-only" : "border-t border-line px-4 py-2 text-xs text-faint"
        }
      >
        {state === "searching" && "Searching …"}
        {state === "found" &&
          (results.length === 0 ? `Nothing was found for “${wanted}”.` : `${results.length} found`)}
        {state === "failed" && "The search cannot be reached just now. The pages above still can."}
      </p>
    </Command.Dialog>
  );
}
