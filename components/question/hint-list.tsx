import { Prose } from "#components/ui/prose.tsx";

interface HintListProps {
  hints: readonly { title: string; adviceHtml: string; sampleHtml: string }[];
}

/** How to say it in the room: advice, and words to make one's own. */
export function HintList({ hints }: HintListProps) {
  return (
    <ol className="grid gap-10">
      {hints.map(({ title, adviceHtml, sampleHtml }) => (
        <li key={title}>
          <h3 className="mb-2 text-md leading-snug font-semibold tracking-tight">{title}</h3>
          <Prose html={adviceHtml} />
          <figure className="mt-4 max-w-measure rounded-md bg-sunken px-5 py-4">
            <figcaption className="mb-2 text-xs font-semibold text-faint">
              What you might say <span className="font-normal">— fill the gaps with your own</span>
            </figcaption>
            <blockquote>
              <Prose html={sampleHtml} />
            </blockquote>
          </figure>
        </li>
      ))}
    </ol>
  );
}
