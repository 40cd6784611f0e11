import Link from "next/link";
import { ForkMark } from "#components/comparison/fork-mark.tsx";
import { levelLabels } from "#components/content/item-label.ts";
import type { ComparisonSummary } from "#lib/content/dto.ts";

export function ComparisonList({ comparisons }: { comparisons: readonly ComparisonSummary[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {comparisons.map(({ path, title, summary, subjects, aspects, contested, level }) => (
        <li key={path} className="group relative gap-x-10 py-5 lg:grid lg:grid-cols-[1fr_17rem]">
          <div>
            <h3 className="text-md leading-snug font-semibold tracking-tight">
              <Link
                href={path}
                prefetch={false}
                className="after:absolute after:inset-0 group-hover:underline group-hover:underline-offset-4"
              >
                {title}
              </Link>
            </h3>
            <p className="mt-1 max-w-measure text-soft">{summary}</p>
          </div>
          <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-faint lg:mt-1 lg:grid lg:content-start lg:justify-items-end lg:text-right">
            <span className="font-medium text-soft">{levelLabels[level]}</span>
            <span>{`${aspects} aspects of ${subjects.join(", ")}`}</span>
            {contested > 0 && (
              <span className="inline-flex items-center gap-1.5 text-soft">
                <ForkMark size={13} />
                {`${contested} contested`}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
