import { aspectAnchor } from "#lib/content/paths.ts";

interface WhyListProps {
  /** `html` is sanitized. */
  reasons: readonly { aspectId: string; name: string; html: string }[];
}

/** Why the values are what they are, aspect by aspect. */
export function WhyList({ reasons }: WhyListProps) {
  return (
    <dl className="grid max-w-measure gap-5">
      {reasons.map(({ aspectId, name, html }) => (
        <div key={aspectId} id={`why-${aspectId}`}>
          <dt className="font-semibold">
            <a
              href={`#${aspectAnchor(aspectId)}`}
              className="hover:underline hover:underline-offset-4"
            >
              {name}
            </a>
          </dt>
          <dd className="prose mt-1" dangerouslySetInnerHTML={{ __html: html }} />
        </div>
      ))}
    </dl>
  );
}
