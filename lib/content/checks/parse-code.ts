import { createRequire } from "node:module";
import { DockerfileParser } from "dockerfile-ast";
import { parse as parseGraphql } from "graphql";
import { parse as parseSql } from "libpg-query";
import { parse as parseShell } from "sh-syntax";
import ts from "typescript";
import { Language, type Node, Parser } from "web-tree-sitter";
import { parseAllDocuments } from "yaml";

/** Where a sample does not parse. Lines are counted from 1, within the sample. */
export interface SyntaxProblem {
  line: number;
  message: string;
}

type ParseCode = (code: string) => Promise<SyntaxProblem | null>;

const lineAt = (code: string, offset: number) => code.slice(0, offset).split("\n").length;
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** TypeScript's own parser reads JavaScript as well; types are not looked at. */
function typescript(fileName: string): ParseCode {
  return (code) => {
    const { diagnostics = [] } = ts.transpileModule(code, {
      fileName,
      reportDiagnostics: true,
      compilerOptions: {
        target: ts.ScriptTarget.ESNext,
        module: ts.ModuleKind.ESNext,
        jsx: ts.JsxEmit.Preserve,
        experimentalDecorators: true,
      },
    });
    const [first] = diagnostics;
    return Promise.resolve(
      first
        ? {
            line: lineAt(code, first.start ?? 0),
            message: ts.flattenDiagnosticMessageText(first.messageText, " "),
          }
        : null,
    );
  };
}

const json: ParseCode = (code) => {
  const { error } = ts.parseConfigFileTextToJson("sample.json", code);
  return Promise.resolve(
    error
      ? {
          line: lineAt(code, error.start ?? 0),
          message: ts.flattenDiagnosticMessageText(error.messageText, " "),
        }
      : null,
  );
};

const yaml: ParseCode = (code) => {
  const documents = parseAllDocuments(code);
  const [first] = Array.isArray(documents) ? documents.flatMap(({ errors }) => errors) : [];
  return Promise.resolve(
    first ? { line: first.linePos?.[0].line ?? 1, message: first.message } : null,
  );
};

/** PostgreSQL's own parser, so other dialects' samples are not called `sql`. */
const sql: ParseCode = async (code) => {
  try {
    await parseSql(code);
    return null;
  } catch (error) {
    const { cursorPosition = 0 } =
      (error as { sqlDetails?: { cursorPosition?: number } }).sqlDetails ?? {};
    return { line: lineAt(code, cursorPosition), message: messageOf(error) };
  }
};

const shell: ParseCode = async (code) => {
  try {
    await parseShell(code);
    return null;
  } catch (error) {
    const line = (error as { Pos?: { Line?: number } }).Pos?.Line ?? 1;
    return { line, message: messageOf(error) };
  }
};

const graphql: ParseCode = (code) => {
  try {
    parseGraphql(code);
    return Promise.resolve(null);
  } catch (error) {
    const line = (error as { locations?: { line: number }[] }).locations?.[0]?.line ?? 1;
    return Promise.resolve({ line, message: messageOf(error) });
  }
};

/** The instructions that the Dockerfile reference knows; the parser itself takes any word. */
const instructions = new Set(
  `ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME
  WORKDIR`.split(/\s+/),
);

const dockerfile: ParseCode = (code) => {
  const unknown = DockerfileParser.parse(code)
    .getInstructions()
    .find((instruction) => !instructions.has(instruction.getKeyword()));
  return Promise.resolve(
    unknown
      ? {
          line: unknown.getRange().start.line + 1,
          message: `there is no instruction ${unknown.getInstruction()}`,
        }
      : null,
  );
};

function firstError(node: Node): Node | null {
  if (node.isError || node.isMissing) return node;
  if (!node.hasError) return null;
  for (const child of node.children) {
    const found = firstError(child);
    if (found) return found;
  }
  return node;
}

const require = createRequire(import.meta.url);
const grammars = new Map<string, Promise<Language>>();
let treeSitter: Promise<void> | undefined;

async function grammar(file: string): Promise<Language> {
  treeSitter ??= Parser.init();
  await treeSitter;
  const loading = grammars.get(file) ?? Language.load(file);
  grammars.set(file, loading);
  return loading;
}

/** For languages whose own parser is not on npm: the grammar that editors use. */
function treeSitterGrammar(file: string): ParseCode {
  return async (code) => {
    const language = await grammar(file);
    const parser = new Parser();
    parser.setLanguage(language);
    const tree = parser.parse(code);
    const error = tree && firstError(tree.rootNode);
    const problem = error && {
      line: error.startPosition.row + 1,
      message: error.isMissing ? `“${error.type}” is missing` : "is not valid here",
    };
    tree?.delete();
    parser.delete();
    return problem;
  };
}

const python = treeSitterGrammar(require.resolve("tree-sitter-python/tree-sitter-python.wasm"));
const go = treeSitterGrammar(require.resolve("tree-sitter-go/tree-sitter-go.wasm"));

/** By the word after the backticks. */
const parsers: Readonly<Record<string, ParseCode>> = {
  ts: typescript("sample.ts"),
  typescript: typescript("sample.ts"),
  tsx: typescript("sample.tsx"),
  js: typescript("sample.js"),
  javascript: typescript("sample.js"),
  jsx: typescript("sample.jsx"),
  json,
  yaml,
  sql,
  bash: shell,
  sh: shell,
  shell,
  graphql,
  dockerfile,
  python,
  go,
};

/** Languages that are shown as they are: transcripts, and formats without a parser on npm. */
const unparsed = new Set(
  "text http console nginx hcl ini toml diff html css lua promql proto java rust c redis haproxy".split(
    " ",
  ),
);

/** Whether a language may be named after the backticks. */
export function isKnownLanguage(language: string): boolean {
  return language in parsers || unparsed.has(language);
}

/** Parses a sample by its language. @returns null when it parses, or when its language is not parsed */
export async function findSyntaxProblem(
  language: string,
  code: string,
): Promise<SyntaxProblem | null> {
  return (await parsers[language]?.(code)) ?? null;
}
