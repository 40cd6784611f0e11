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
        <li
          key={path}
          className="group relative grid grid-cols-[2.75rem_1fr] gap-x-2 py-4 sm:grid-cols-[3.5rem_1fr] lg:grid-cols-[3.5rem_1fr_15rem] lg:gap-x-4"
        >
          <span className="tabular text-soft">Q{number}</span>
          <div className="min-w-0">
            <h3 className="text-sm font-semibold">
              <Link
                href={path}
                prefetch={false}
                className="after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-4"
              >
                {title}
              </Link>
            </h3>
            <p
              className="prose-inline mt-1 max-w-measure font-serif text-md leading-snug text-soft"
              dangerouslySetInnerHTML={{ __html: questionHtml }}
            />
          </div>
          <p className="col-start-2 mt-2 flex flex-wrap content-start gap-x-3 text-xs text-faint lg:col-start-3 lg:mt-0.5 lg:justify-end">
            <span className="font-medium text-soft lg:w-full lg:text-right">
              {levelLabels[level]}
            </span>
            {tags.map((tag) => (
              <span key={tag}>{tag}</span>
            ))}
          </p>
        </li>
      ))}
    </ol>
  );
}
