import { sectionsOf, titlesOf, type Section } from "#lib/content/files/question-sections.ts";
import { lineOfNode, parseMarkdown, sourceOf, type MarkdownCode, type MarkdownNode } from "#lib/content/markdown.ts";

/** A problem with a field of the body; lines are those of the body. */
export interface BodyProblem {
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
export const bodyFields: ReadonlySet<string> = new Set(["question", ...fieldByHeading.values()]);

class BodyReader {
  readonly body: QuestionBody = { fields: {}, lines: new Map(), problems: [] };
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  problem(field: string, line: number, message: string): void {
    this.body.problems.push({ field, line, message });
  }

  textOf(nodes: readonly MarkdownNode[]): string {
    return sourceOf(this.source, nodes);
  }

  set(field: string, line: number, value: unknown): void {
    this.body.fields[field] = value;
    this.body.lines.set(field, line);
  }
}

/** Takes the quoted text out of a blockquote, and the quotation marks that enclose all of it. */
function spokenText(quote: string): string {
  const text = quote.replaceAll(/^[ \t]*>[ \t]?/gm, "").trim();
  const inner = /^["“](?<inner>[^"“”]*)["”]$/.exec(text)?.groups?.["inner"];
  return inner === undefined ? text : inner.trim();
}

function readHints(reader: BodyReader, section: Section): void {
  const { before, sections } = sectionsOf(reader.source, section.nodes, 3);
  if (before[0]) reader.problem("hints", lineOfNode(before[0]) ?? section.line, "has text before its first ### heading");
  const hints = sections.map((hint, index) => {
    const field = `hints[${index}]`;
    reader.body.lines.set(field, hint.line).set(`${field}.title`, hint.line);
    const quotes = hint.nodes.filter((node) => node.type === "blockquote");
    const [quote] = quotes;
    const last = hint.nodes.at(-1);
    if (!quote || last?.type !== "blockquote" || quotes.length > 1) {
      const line = quotes[1] ? (lineOfNode(quotes[1]) ?? hint.line) : (lineOfNode(quote ?? last) ?? hint.line);
      reader.problem(`${field}.sampleResponse`, line, "must be one blockquote (> …) at the end of the hint");
    }
    const advice = hint.nodes.filter((node) => node.type !== "blockquote");
    reader.body.lines.set(`${field}.advice`, lineOfNode(advice[0]) ?? hint.line);
    reader.body.lines.set(`${field}.sampleResponse`, lineOfNode(quote) ?? hint.line);
    return {
      title: hint.heading,
      advice: reader.textOf(advice),
      sampleResponse: quote ? spokenText(reader.textOf([quote])) : undefined,
    };
  });
  reader.set("hints", section.line, hints);
}

function readFollowUps(reader: BodyReader, section: Section): void {
  const { before, sections } = sectionsOf(reader.source, section.nodes, 3);
  if (before[0]) reader.problem("followUps", lineOfNode(before[0]) ?? section.line, "has text before its first ### heading");
  const followUps = sections.map((followUp, index) => {
    const field = `followUps[${index}]`;
    reader.body.lines.set(field, followUp.line).set(`${field}.question`, followUp.line);
    reader.body.lines.set(`${field}.answer`, lineOfNode(followUp.nodes[0]) ?? followUp.line);
    return { question: followUp.heading, answer: reader.textOf(followUp.nodes) };
  });
  reader.set("followUps", section.line, followUps);
}

function readCode(reader: BodyReader, section: Section): void {
  if (section.heading === "No code") {
    reader.set("code", section.line, { kind: "none", reason: reader.textOf(section.nodes) });
    reader.body.lines.set("code.reason", lineOfNode(section.nodes[0]) ?? section.line);
    return;
  }
  const blocks = section.nodes.filter((node): node is MarkdownCode => node.type === "code");
  const [block] = blocks;
  if (!block || blocks.length > 1 || section.nodes.at(-1) !== block) {
    const line = lineOfNode(blocks[1] ?? section.nodes.at(-1)) ?? section.line;
    reader.problem("code", line, "must be a caption followed by exactly one fenced block");
    return;
  }
  reader.set("code", section.line, {
    kind: "code",
    language: block.lang ?? undefined,
    code: block.value,
    caption: reader.textOf(section.nodes.slice(0, -1)),
  });
  const line = lineOfNode(block) ?? section.line;
  reader.body.lines.set("code.language", line).set("code.code", line);
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
      reader.set(field, lineOfNode(section.nodes[0]) ?? section.line, reader.textOf(section.nodes));
  }
}

function readTitle(reader: BodyReader, nodes: readonly MarkdownNode[], titles: readonly MarkdownNode[]): void {
  const [title, second] = titles;
  if (second) reader.problem("question", lineOfNode(second) ?? 1, "has a second # heading: a question has one");
  if (title?.type !== "heading") {
    reader.problem("question", 1, "is missing: add “# The question” after the front matter");
    return;
  }
  reader.set("question", lineOfNode(title) ?? 1, reader.textOf(title.children));
  const stray = nodes.find((node) => !titles.includes(node));
  if (stray) {
    reader.problem("question", lineOfNode(stray) ?? 1, "must stand in the # heading alone: move this text into it or into a section");
  }
}

/** Each section once and in its order; a missing one is reported where it should have been. */
function checkOrder(reader: BodyReader, known: { field: SectionField; section: Section }[], lastLine: number): void {
  sectionHeadings.forEach(([heading, field], order) => {
    const [first, second] = known.filter((entry) => entry.field === field);
    if (second) {
      reader.problem(field, second.section.line, `is there twice: “## ${second.section.heading}” again`);
    }
    const later = known.find((entry) => sectionHeadings.findIndex(([, other]) => other === entry.field) > order);
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
  const reader = new BodyReader(source);
  const root = parseMarkdown(source);
  const { before, sections } = sectionsOf(source, root.children, 2);
  readTitle(reader, before, titlesOf(root));

  const known: { field: SectionField; section: Section }[] = [];
  for (const section of sections) {
    const field = fieldByHeading.get(section.heading);
    if (field) known.push({ field, section });
    else {
      const names = [...fieldByHeading.keys()].join(", ");
      reader.problem("", section.line, `has an unknown section “## ${section.heading}”: the sections are ${names}`);
    }
  }
  checkOrder(reader, known, root.position?.end.line ?? 1);
  const seen = new Set<SectionField>();
  for (const { field, section } of known) {
    if (!seen.has(field)) readSection(reader, field, section);
    seen.add(field);
  }
  return reader.body;
}
