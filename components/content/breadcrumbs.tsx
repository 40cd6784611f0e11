import Link from "next/link";

/** Where a page belongs; the page itself is not repeated. */
export function Breadcrumbs({ trail }: { trail: readonly { href: string; label: string }[] }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
        {trail.map(({ href, label }, index) => (
          <li key={href} className="flex items-center gap-2">
            {index > 0 && <span aria-hidden>/</span>}
            <Link href={href} prefetch={false} className="py-1 hover:text-ink hover:underline">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
