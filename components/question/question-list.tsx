import Link from "next/link";
import { levelLabels } from "#components/content/item-label.ts";
import type { Level } from "#lib/content/schema.ts";

interface QuestionRow {
  path: string;
  number: number;
  title: string;
  level: Level;
  tags: readonly string[];
  /** One line of sanitized HTML without links. */
  questionHtml: string;
}

/** The questions of a topic by their published numbers. */
export function QuestionList({ questions }: { questions: readonly QuestionRow[] }) {
  return (
    <ol className="divide-y divide-line border-y border-line">
      {questions.map(({ path, number, title, level, tags, questionHtml }) => (
        <li key={path} className="group relative grid grid-cols-[2.75rem_1fr] gap-x-2 py-4 sm:grid-cols-[3.5rem_1fr]">
          <span className="tabular pt-px text-md leading-6 text-faint">
            <span className="text-xs">Q</span>
            {number}
          </span>
          <div className="min-w-0">
            <h3 className="text-sm font-semibold">
              <Link href={path} prefetch={false} className="after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-4">
                {title}
              </Link>
            </h3>
            <p className="prose-inline mt-1 max-w-measure font-serif text-md leading-snug text-soft" dangerouslySetInnerHTML={{ __html: questionHtml }} />
            <p className="mt-2 flex flex-wrap gap-x-3 text-xs text-faint">
              <span className="font-medium text-soft">{levelLabels[level]}</span>
              {tags.map((tag) => (
                <span key={tag}>{tag}</span>
              ))}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
