import Link from "next/link";

interface OtherWordingsProps {
  /** `text` is plain. */
  wordings: readonly { path: string; text: string }[];
}

/** The same question as others would put it; each has a page of its own with the same answer. */
export function OtherWordings({ wordings }: OtherWordingsProps) {
  if (wordings.length === 0) return null;
  return (
    <aside aria-label="Other wordings" className="mt-5 border-l-2 border-line pl-4 text-sm">
      <p className="text-soft">Also asked as</p>
      <ul className="mt-1 grid gap-1.5">
        {wordings.map(({ path, text }) => (
          <li key={path}>
            <Link
              href={path}
              prefetch={false}
              className="underline decoration-line underline-offset-4 hover:decoration-current"
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </aside>
  );
}
