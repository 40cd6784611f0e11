/*
 * The sections of a question by its lines: a heading is a line that begins with # outside a fenced
 * block. A whole Markdown parser says the same and takes some eighty times as long, which would be paid by
 * every start for every file.
 */

export interface Line {
  /** Counted from 1. */
  number: number;
  text: string;
  /** Part of a fenced block, its fences included. */
  isCode: boolean;
  /** The info string where a fenced block begins. */
  opens: string | null;
}

/** A heading and the lines under it, up to the next heading of the same or a higher level. */
export interface Section {
  heading: string;
  line: number;
  lines: Line[];
}

const fencePattern = /^\s*(?<marks>`{3,}|~{3,})\s*(?<info>.*)$/;

export function linesOf(source: string): Line[] {
  let fence: string | null = null;
  return source.split("\n").map((text, index) => {
    const line = { number: index + 1, text, isCode: fence !== null, opens: null };
    const { marks, info = "" } = fencePattern.exec(text)?.groups ?? {};
    if (marks === undefined) return line;
    if (fence !== null) {
      if (marks.startsWith(fence) && info.trim() === "") fence = null;
      return line;
    }
    if (marks.startsWith("`") && info.includes("`")) return line;
    fence = marks;
    return { ...line, isCode: true, opens: info.trim() };
  });
}

/** The text of a line that is a heading of this depth, else null. */
export function headingOf(line: Line, depth: 1 | 2 | 3): string | null {
  if (line.isCode || !line.text.startsWith(`${"#".repeat(depth)} `)) return null;
  return line.text
    .slice(depth + 1)
    .replace(/\s#+\s*$/, "")
    .trim();
}

/** Cuts lines at the headings of one depth; `before` is what precedes the first. */
export function sectionsOf(
  lines: readonly Line[],
  depth: 2 | 3,
): { before: Line[]; sections: Section[] } {
  const before: Line[] = [];
  const sections: Section[] = [];
  for (const line of lines) {
    const heading = headingOf(line, depth);
    const current = sections.at(-1);
    if (heading !== null) sections.push({ heading, line: line.number, lines: [] });
    else if (current) current.lines.push(line);
    else before.push(line);
  }
  return { before, sections };
}

/** The exact source of consecutive lines, trimmed. */
export function textOf(lines: readonly Line[]): string {
  return lines
    .map(({ text }) => text)
    .join("\n")
    .trim();
}

/** The number of the first line that says something. */
export function firstLine(lines: readonly Line[]): number | undefined {
  return lines.find(({ text }) => text.trim() !== "")?.number;
}

/** Without the empty lines at the end. */
export function trimEnd(lines: readonly Line[]): Line[] {
  const last = lines.findLastIndex(({ text }) => text.trim() !== "");
  return lines.slice(0, last + 1);
}
