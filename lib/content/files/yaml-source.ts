import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { FieldPath } from "#lib/content/files/problem.ts";

/** A syntax error, before it is known in which file. */
interface SyntaxProblem {
  line: number;
  message: string;
}

export interface YamlSource {
  /** What the YAML says as plain JavaScript; undefined when it has syntax errors. */
  value: unknown;
  problems: SyntaxProblem[];
  lineOf: (path: FieldPath) => number;
}

function mend(message: string): string {
  return /nested mapping|implicit (key|map)|plain scalar|flow (map|sequence|collection)|all collection items/i.test(
    message,
  )
    ? `${message} (a text that holds ": ", " #", or begins with a symbol such as { [ > " ' @ must be quoted, or stand after ">-" on lines of its own)`
    : message;
}

/**
 * Parses YAML and keeps the lines of its nodes.
 * @param firstLine the line of the file on which `text` begins
 */
export function readYaml(text: string, firstLine = 1): YamlSource {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line + firstLine - 1;

  const problems = [...document.errors, ...document.warnings].map((error) => ({
    line: lineAt(error.pos[0]),
    message: `is not valid YAML: ${mend(error.message)}`,
  }));

  function lineOf(path: FieldPath): number {
    let node: unknown = document.contents;
    let line = firstLine;
    for (const key of path) {
      if (isAlias(node)) node = node.resolve(document);
      if (isMap(node)) {
        const pair = node.items.find(
          (item) => isScalar(item.key) && String(item.key.value) === String(key),
        );
        if (!pair) return line;
        if (isScalar(pair.key) && pair.key.range) line = lineAt(pair.key.range[0]);
        node = pair.value;
      } else if (isSeq(node) && typeof key === "number") {
        const child: unknown = node.items[key];
        if (!isMap(child) && !isSeq(child) && !isScalar(child) && !isAlias(child)) return line;
        if (child.range) line = lineAt(child.range[0]);
        node = child;
      } else {
        return line;
      }
    }
    return line;
  }

  const value: unknown = problems.length > 0 ? undefined : document.toJS({ maxAliasCount: 20 });
  return { value, problems, lineOf };
}
