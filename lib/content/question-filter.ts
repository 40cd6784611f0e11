import type { QuestionFilter, TopicDetail } from "#lib/content/dto.ts";
import { levelSchema } from "#lib/content/schema.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";

function textFilter(text: string): Prisma.ContentItemWhereInput {
  const number = /^q?\s*0*(?<number>\d{1,4})$/i.exec(text)?.groups?.["number"];
  if (number !== undefined) return { number: Number(number) };
  return {
    OR: [
      { title: { contains: text, mode: "insensitive" } },
      {
        currentVersion: {
          payload: { path: ["question"], string_contains: text, mode: "insensitive" },
        },
      },
    ],
  };
}

/** The condition on questions that a filter stands for. */
export function questionsMatching(filter: QuestionFilter): Prisma.ContentItemWhereInput {
  const text = filter.text?.replaceAll("\0", "").trim().slice(0, 200) ?? "";
  return {
    ...(filter.level === undefined ? {} : { level: filter.level }),
    ...(filter.tag === undefined ? {} : { tags: { has: filter.tag.replaceAll("\0", "") } }),
    ...(text === "" ? {} : textFilter(text)),
  };
}

/** What the questions of a topic can be filtered by: tags, most used first, and levels. */
export function filtersOf(
  questions: readonly { tags: string[]; level: string }[],
): Pick<TopicDetail, "tags" | "levels"> {
  const tags = new Map<string, number>();
  for (const tag of questions.flatMap((question) => question.tags)) {
    tags.set(tag, (tags.get(tag) ?? 0) + 1);
  }
  return {
    tags: [...tags]
      .map(([tag, count]) => ({ tag, questions: count }))
      .sort((a, b) => b.questions - a.questions || (a.tag < b.tag ? -1 : 1)),
    levels: levelSchema.options
      .map((level) => ({
        level,
        questions: questions.filter((question) => question.level === level).length,
      }))
      .filter((level) => level.questions > 0),
  };
}
