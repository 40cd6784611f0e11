import Link from "next/link";
import { PractiseLink } from "#components/content/practise-link.tsx";
import { Ladder } from "#components/ui/ladder.tsx";
import { Prose } from "#components/ui/prose.tsx";

interface TryCardProps {
  label: string;
  /** One line of sanitized HTML. */
  questionHtml: string;
  answerHtml: string;
  itemId: string;
  path: string;
}

/** A card as the practice shows it, that reveals its answer without any JavaScript. */
export function TryCard({ label, questionHtml, answerHtml, itemId, path }: TryCardProps) {
  return (
    <article aria-label="A card to try" className="rounded-md border border-line bg-raised">
      <header className="flex items-center justify-between gap-4 border-b border-line px-5 py-3 text-xs text-soft md:px-8">
        <span className="tabular font-semibold text-ink">{label}</span>
        <Ladder rung="super-brief" />
      </header>
      <div className="px-5 py-8 md:px-8 md:py-10">
        <h2
          className="question-title prose-inline"
          dangerouslySetInnerHTML={{ __html: questionHtml }}
        />
        <details className="group mt-8">
          <summary className="inline-flex min-h-11 items-center rounded-md border border-edge px-4 font-medium group-open:hidden hover:bg-sunken">
            Say it aloud, then reveal
          </summary>
          <div className="border-t border-line pt-6">
            <Prose html={answerHtml} />
            <p className="mt-6 flex flex-wrap items-center gap-x-5 gap-y-3">
              <PractiseLink itemId={itemId} variant="secondary" />
              <Link href={path} prefetch={false} className="text-link text-sm">
                Read the two longer answers
              </Link>
            </p>
          </div>
        </details>
      </div>
    </article>
  );
}
