/** Something wrong with a content file, at a place that its author can go to. */
export interface FileProblem {
  file: string;
  /** For example `mustSay[2].text`; empty when it is the file as a whole. */
  field: string;
  /** Counted from 1. */
  line: number;
  message: string;
}

export type FieldPath = readonly PropertyKey[];

/** A parsed file together with the lines on which its fields stand. */
export interface Positioned<T> {
  file: string;
  payload: T;
  /** The line of a field, or of the nearest thing around it when the field itself is not there. */
  lineOf: (path: FieldPath) => number;
}

/** `["mustSay", 2, "text"]` as `mustSay[2].text`. */
export function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, key) => {
    if (typeof key === "number") return `${name}[${key}]`;
    return name === "" ? String(key) : `${name}.${String(key)}`;
  }, "");
}

/** A problem with one field of a parsed file. */
export function problemAt(
  item: Positioned<unknown>,
  path: FieldPath,
  message: string,
): FileProblem {
  return { file: item.file, field: fieldName(path), line: item.lineOf(path), message };
}

/** One line for a terminal or a log: `file:line field: message`. */
export function formatProblem(problem: FileProblem): string {
  const field = problem.field === "" ? "" : ` ${problem.field}:`;
  return `${problem.file}:${problem.line}${field} ${problem.message}`;
}

export function compareProblems(a: FileProblem, b: FileProblem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line;
}
