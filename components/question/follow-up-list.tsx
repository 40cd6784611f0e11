import { ChevronRight } from "lucide-react";
import { Prose } from "#components/ui/prose.tsx";

interface FollowUpListProps {
  /** `questionHtml` is one line of sanitized HTML. */
  followUps: readonly { questionHtml: string; answerHtml: string }[];
}

/** What comes next in the room. The answers are folded away, so that one can try first. */
export function FollowUpList({ followUps }: FollowUpListProps) {
  return (
    <div className="max-w-measure divide-y divide-line border-y border-line">
      {followUps.map(({ questionHtml, answerHtml }) => (
        <details key={questionHtml} className="group">
          <summary className="flex items-start gap-3 py-3 font-medium">
            <ChevronRight
              size={18}
              aria-hidden
              className="mt-0.5 shrink-0 text-faint transition-transform duration-150 group-open:rotate-90"
            />
            <span className="prose-inline" dangerouslySetInnerHTML={{ __html: questionHtml }} />
          </summary>
          <Prose html={answerHtml} className="pb-5 pl-7.5" />
        </details>
      ))}
    </div>
  );
}
