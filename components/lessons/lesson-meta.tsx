import Link from "next/link";
import { levelLabels } from "#components/content/item-label.ts";
import { topicPath } from "#lib/content/paths.ts";
import type { LessonPage } from "#lib/lessons/dto.ts";

/** "Lesson 3 of 7 · Senior · 14 min · Docker" */
export function LessonMeta({ item }: { item: LessonPage }) {
  const { place, of, payload, topic } = item;
  const dot = (
    <span aria-hidden className="text-faint">
      ·
    </span>
  );
  return (
    <p className="tabular mt-6 flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm text-soft">
      <span className="font-semibold text-ink">
        Lesson {place} of {of}
      </span>
      {dot}
      <span>{levelLabels[payload.level]}</span>
      {dot}
      <span>{payload.minutes} min</span>
      {dot}
      <Link
        href={topicPath(topic.slug)}
        prefetch={false}
        className="hover:text-ink hover:underline"
      >
        {topic.name}
      </Link>
    </p>
  );
}
