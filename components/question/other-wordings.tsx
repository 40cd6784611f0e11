import Link from "next/link";
import type { Wording } from "#lib/content/dto.ts";
import { plainText } from "#lib/markdown/plain-text.ts";

/** The same question as others would put it; each has a page of its own with the same answer. */
export function OtherWordings({ wordings }: { wordings: readonly Wording[] }) {
  if (wordings.length === 0) return null;
  return (
    <aside aria-label="Other wordings" className="mt-5 border-l-2 border-line pl-4 text-sm">
      <p className="text-soft">Also asked as</p>
      <ul className="mt-1 grid gap-1.5">
        {wordings.map(({ path, question }) => (
          <li key={path}>
            <Link
              href={path}
              prefetch={false}
              className="underline decoration-line underline-offset-4 hover:decoration-current"
            >
              {plainText(question)}
            </Link>
          </li>
        ))}
      </ul>
    </aside>
  );
}
