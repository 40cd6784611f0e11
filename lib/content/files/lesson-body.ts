import {
  firstLine,
  linesOf,
  type Section,
  sectionsOf,
  textOf,
} from "#lib/content/files/question-sections.ts";

/** The fields that the Markdown of a lesson gives, rather than its front matter. */
export const lessonBodyFields: ReadonlySet<string> = new Set();

interface LessonBody {
  fields: { sections?: unknown };
  lines: Map<string, number>;
  problems: { field: string; line: number; message: string }[];
}

/** Text from the first line that says something to the last, its line breaks kept. */
function bodyOf(section: Section): { line: number; text: string } {
  return { line: firstLine(section.lines) ?? section.line, text: textOf(section.lines) };
}

/**
 * The sections of a lesson: each `##` heading, in the order of the ids in the front matter.
 * @param front the front matter, whose `sections` are the ids
 */
export function readLessonBody(source: string, front: Record<string, unknown>): LessonBody {
  const { before, sections } = sectionsOf(linesOf(source), 2);
  const ids = Array.isArray(front["sections"]) ? (front["sections"] as unknown[]) : [];
  const body: LessonBody = { fields: {}, lines: new Map(), problems: [] };
  const stray = firstLine(before);
  if (stray !== undefined) {
    const message = "is outside of the sections: a lesson begins with its first ## heading";
    body.problems.push({ field: "sections", line: stray, message });
  }
  if (ids.length !== sections.length) {
    const message = `the front matter names ${ids.length} sections, the text has ${sections.length}`;
    body.problems.push({ field: "sections", line: sections[0]?.line ?? 1, message });
  }
  body.fields.sections = sections.map((section, index) => {
    const { line, text } = bodyOf(section);
    body.lines.set(`sections[${index}]`, section.line);
    body.lines.set(`sections[${index}].title`, section.line);
    body.lines.set(`sections[${index}].body`, line);
    return { id: ids[index], title: section.heading, body: text };
  });
  return body;
}
