import {
  firstLine,
  headingOf,
  type Line,
  linesOf,
  type Section,
  sectionsOf,
  textOf,
  trimEnd,
} from "#lib/content/files/question-sections.ts";

/** A problem with a field of the body; lines are those of the body. */
interface BodyProblem {
  field: string;
  line: number;
  message: string;
}

/** The part of a question that is Markdown, not yet validated. */
export interface QuestionBody {
  fields: Record<string, unknown>;
  /** Line of each field, by name such as `hints[1].advice`. */
  lines: Map<string, number>;
  problems: BodyProblem[];
}

const sectionHeadings = [
  ["Super brief", "superBrief"],
  ["Brief", "brief"],
  ["Detailed", "detailed"],
  ["Senior perspective", "perspective"],
  ["Interview hints", "hints"],
  ["Follow-ups", "followUps"],
  ["Code", "code"],
] as const;
type SectionField = (typeof sectionHeadings)[number][1];

const fieldByHeading = new Map<string, SectionField>([...sectionHeadings, ["No code", "code"]]);

/** The fields that the Markdown of a question gives, rather than its front matter. */
export const questionBodyFields: ReadonlySet<string> = new Set([
  "question",
  ...fieldByHeading.values(),
]);

class BodyReader {
  readonly body: QuestionBody = { fields: {}, lines: new Map(), problems: [] };

  problem(field: string, line: number, message: string): void {
    this.body.problems.push({ field, line, message });
  }

  set(field: string, line: number, value: unknown): void {
    this.body.fields[field] = value;
    this.body.lines.set(field, line);
  }
}

const isQuote = (line: Line) => !line.isCode && line.text.trimStart().startsWith(">");

/** Takes the quoted text out of a blockquote, and the quotation marks that enclose all of it. */
function spokenText(quote: readonly Line[]): string {
  const text = quote
    .map((line) => line.text.replace(/^\s*>[ \t]?/, ""))
    .join("\n")
    .trim();
  const inner = /^["“](?<inner>[^"“”]*)["”]$/.exec(text)?.groups?.["inner"];
  return inner === undefined ? text : inner.trim();
}

/** The `###` entries of a section; text before the first is a problem. */
function entriesOf(reader: BodyReader, field: string, section: Section): Section[] {
  const { before, sections } = sectionsOf(section.lines, 3);
  const stray = firstLine(before);
  if (stray !== undefined) reader.problem(field, stray, "has text before its first ### heading");
  return sections;
}

function readHints(reader: BodyReader, section: Section): void {
  const hints = entriesOf(reader, "hints", section).map((hint, index) => {
    const field = `hints[${index}]`;
    const lines = trimEnd(hint.lines);
    const start = lines.findLastIndex((line) => !isQuote(line)) + 1;
    const advice = lines.slice(0, start);
    const quote = lines.slice(start);
    const early = advice.find(isQuote);
    if (quote.length === 0 || early) {
      const line = early?.number ?? lines.at(-1)?.number ?? hint.line;
      reader.problem(
        `${field}.sampleResponse`,
        line,
        "must be one blockquote (> …) at the end of the hint",
      );
    }
    reader.body.lines
      .set(field, hint.line)
      .set(`${field}.title`, hint.line)
      .set(`${field}.advice`, firstLine(advice) ?? hint.line)
      .set(`${field}.sampleResponse`, quote[0]?.number ?? hint.line);
    return { title: hint.heading, advice: textOf(advice), sampleResponse: spokenText(quote) };
  });
  reader.set("hints", section.line, hints);
}

function readFollowUps(reader: BodyReader, section: Section): void {
  const followUps = entriesOf(reader, "followUps", section).map((followUp, index) => {
    const field = `followUps[${index}]`;
    reader.body.lines
      .set(field, followUp.line)
      .set(`${field}.question`, followUp.line)
      .set(`${field}.answer`, firstLine(followUp.lines) ?? followUp.line);
    return { question: followUp.heading, answer: textOf(followUp.lines) };
  });
  reader.set("followUps", section.line, followUps);
}

function readCode(reader: BodyReader, section: Section): void {
  if (section.heading === "No code") {
    reader.set("code", section.line, { kind: "none", reason: textOf(section.lines) });
    reader.body.lines.set("code.reason", firstLine(section.lines) ?? section.line);
    return;
  }
  const lines = trimEnd(section.lines);
  const [opening, second] = lines.filter((line) => line.opens !== null);
  const last = lines.at(-1);
  if (!opening || second || !last?.isCode || last === opening) {
    const line = second?.number ?? last?.number ?? section.line;
    reader.problem("code", line, "must be a caption followed by exactly one fenced block");
    return;
  }
  const indentation = /^\s*/.exec(opening.text)?.[0] ?? "";
  const code = lines
    .slice(lines.indexOf(opening) + 1, -1)
    .map(({ text }) =>
      text.startsWith(indentation) ? text.slice(indentation.length) : text.trimStart(),
    );
  reader.set("code", section.line, {
    kind: "code",
    language: opening.opens?.split(/\s/)[0],
    code: code.join("\n"),
    caption: textOf(lines.slice(0, lines.indexOf(opening))),
  });
  reader.body.lines.set("code.language", opening.number).set("code.code", opening.number);
}

function readSection(reader: BodyReader, field: SectionField, section: Section): void {
  switch (field) {
    case "hints":
      readHints(reader, section);
      return;
    case "followUps":
      readFollowUps(reader, section);
      return;
    case "code":
      readCode(reader, section);
      return;
    case "superBrief":
    case "brief":
    case "detailed":
    case "perspective":
      reader.set(field, firstLine(section.lines) ?? section.line, textOf(section.lines));
  }
}

function readTitle(reader: BodyReader, before: readonly Line[], all: readonly Line[]): void {
  const [title, second] = all.filter((line) => headingOf(line, 1) !== null);
  if (second)
    reader.problem("question", second.number, "has a second # heading: a question has one");
  if (!title) {
    reader.problem("question", 1, "is missing: add “# The question” after the front matter");
    return;
  }
  reader.set("question", title.number, headingOf(title, 1) ?? "");
  const stray = firstLine(before.filter((line) => line !== title));
  if (stray !== undefined) {
    reader.problem(
      "question",
      stray,
      "must stand in the # heading alone: move this text into it or into a section",
    );
  }
}

/** Each section once and in its order; a missing one is reported where it should have been. */
function checkOrder(
  reader: BodyReader,
  known: { field: SectionField; section: Section }[],
  lastLine: number,
): void {
  sectionHeadings.forEach(([heading, field], order) => {
    const [first, second] = known.filter((entry) => entry.field === field);
    if (second) {
      reader.problem(
        field,
        second.section.line,
        `is there twice: “## ${second.section.heading}” again`,
      );
    }
    const later = known.find(
      (entry) => sectionHeadings.findIndex(([, other]) => other === entry.field) > order,
    );
    if (!first) {
      const name = field === "code" ? "“## Code” or “## No code”" : `“## ${heading}”`;
      const before = later ? ` before “## ${later.section.heading}”` : " at the end";
      reader.problem(field, later?.section.line ?? lastLine, `is missing: add ${name}${before}`);
    } else if (later && later.section.line < first.section.line) {
      reader.problem(field, first.section.line, `must come before “## ${later.section.heading}”`);
    }
  });
}

/** Reads the Markdown of a question. Reports its structure; values are for the schema to judge. */
export function readQuestionBody(source: string): QuestionBody {
  const reader = new BodyReader();
  const lines = linesOf(source);
  const { before, sections } = sectionsOf(lines, 2);
  readTitle(reader, before, lines);

  const known: { field: SectionField; section: Section }[] = [];
  for (const section of sections) {
    const field = fieldByHeading.get(section.heading);
    if (field) known.push({ field, section });
    else {
      const names = [...fieldByHeading.keys()].join(", ");
      reader.problem(
        "",
        section.line,
        `has an unknown section “## ${section.heading}”: the sections are ${names}`,
      );
    }
  }
  checkOrder(reader, known, lines.length);
  const seen = new Set<SectionField>();
  for (const { field, section } of known) {
    if (!seen.has(field)) readSection(reader, field, section);
    seen.add(field);
  }
  return reader.body;
}
