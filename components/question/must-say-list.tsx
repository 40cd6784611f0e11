interface MustSayListProps {
  /** `html` is one line of sanitized HTML. */
  points: readonly { id: string; html: string }[];
}

/** What an interviewer listens for, numbered so that one can be named. */
export function MustSayList({ points }: MustSayListProps) {
  return (
    <ol className="max-w-measure divide-y divide-line">
      {points.map(({ id, html }, index) => (
        <li key={id} className="flex gap-4 py-2.5 first:pt-0 last:pb-0">
          <span aria-hidden className="tabular w-4 shrink-0 text-right text-faint">
            {index + 1}
          </span>
          <span className="prose-inline" dangerouslySetInnerHTML={{ __html: html }} />
        </li>
      ))}
    </ol>
  );
}
