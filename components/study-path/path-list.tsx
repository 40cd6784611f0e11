import Link from "next/link";
import { levelLabels } from "#components/content/item-label.ts";
import { plural } from "#components/progress/format.ts";
import { ShareBar } from "#components/study-path/share-bar.tsx";
import { standingInWords } from "#components/study-path/standing-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import type { PathSummary } from "#lib/study-paths/dto.ts";

/** The paths by role, each with its length and how far one is. */
export function PathList({ paths }: { paths: readonly PathSummary[] }) {
  return (
    <ul className="divide-y divide-line border-y border-line">
      {paths.map(({ id, path, role, summary, level, weeks, items, isFollowed, standing }) => (
        <li
          key={id}
          className="group relative gap-x-10 py-6 lg:grid lg:grid-cols-[minmax(0,1fr)_18rem]"
        >
          <div>
            <h2 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-lg font-semibold tracking-tight">
              <Link
                href={path}
                prefetch={false}
                className="after:absolute after:inset-0 group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4"
              >
                {role}
              </Link>
              {isFollowed && <Badge>You follow this</Badge>}
            </h2>
            <p className="mt-2 max-w-measure text-soft">{summary}</p>
          </div>
          <div className="tabular mt-3 grid content-start gap-2 text-xs text-faint lg:mt-2">
            <p>
              <span className="font-medium text-soft">{plural(weeks, "week")}</span> ·{" "}
              {plural(items, "item")} · {levelLabels[level]}
            </p>
            {standing && (
              <>
                <ShareBar standing={standing} />
                <p>{standingInWords(standing)}</p>
              </>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
