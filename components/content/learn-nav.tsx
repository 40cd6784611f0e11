import Link from "next/link";

const pages = [
  { href: "/topics", label: "Topics" },
  { href: "/compare", label: "Comparisons" },
  { href: "/lessons", label: "Lessons" },
  { href: "/paths", label: "Paths" },
] as const;

/** The ways into what can be learned. Stands on the page of each, above its title. */
export function LearnNav({ current }: { current: (typeof pages)[number]["href"] }) {
  return (
    <nav
      aria-label="Learn"
      className="mb-8 flex flex-wrap gap-x-6 border-b border-line max-sm:justify-between max-sm:gap-x-2"
    >
      {pages.map(({ href, label }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          aria-current={href === current ? "page" : undefined}
          className="-mb-px flex min-h-11 items-center border-b-2 border-transparent text-xs text-soft hover:text-ink sm:text-sm aria-[current=page]:border-ink aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {label}
        </Link>
      ))}
    </nav>
  );
}
