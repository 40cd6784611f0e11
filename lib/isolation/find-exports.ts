import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/*
 * What the isolation test has to walk, read from the source: every exported asynchronous function
 * of lib that works for an actor or on the database, and every method of every route.
 */

const root = fileURLToPath(new URL("../..", import.meta.url));

export interface FoundFunction {
  /** "lib/progress/get-card.ts getCard" */
  name: string;
  takesActor: boolean;
}

type FunctionNode = ts.FunctionDeclaration | ts.ArrowFunction | ts.FunctionExpression;

function listFiles(folder: string, matches: (path: string) => boolean): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter(matches)
    .sort();
}

function parse(file: string): ts.SourceFile {
  return ts.createSourceFile(
    file,
    readFileSync(join(root, file), "utf8"),
    ts.ScriptTarget.Latest,
    true,
  );
}

function isExported(node: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false)
  );
}

/** The functions that a file exports, by name; what is exported in a list at the end counts, too. */
function exportedFunctions(source: ts.SourceFile): Map<string, FunctionNode> {
  const declared = new Map<string, FunctionNode>();
  const exported = new Set<string>();
  for (const node of source.statements) {
    const names: string[] = [];
    if (ts.isFunctionDeclaration(node)) {
      names.push(node.name?.text ?? "default");
      declared.set(node.name?.text ?? "default", node);
    } else if (ts.isVariableStatement(node)) {
      for (const { name, initializer } of node.declarationList.declarations) {
        if (!ts.isIdentifier(name) || !initializer) continue;
        if (!ts.isArrowFunction(initializer) && !ts.isFunctionExpression(initializer)) continue;
        names.push(name.text);
        declared.set(name.text, initializer);
      }
    } else if (
      ts.isExportDeclaration(node) &&
      node.exportClause &&
      ts.isNamedExports(node.exportClause)
    ) {
      for (const { name, propertyName } of node.exportClause.elements)
        exported.add((propertyName ?? name).text);
    }
    if (isExported(node)) for (const name of names) exported.add(name);
  }
  return new Map([...declared].filter(([name]) => exported.has(name)));
}

function isAsynchronous(node: FunctionNode): boolean {
  const isAsync =
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword) ?? false;
  return isAsync || /\b(Promise|AsyncGenerator)\b/.test(node.type?.getText() ?? "");
}

const typesOf = (node: FunctionNode) => node.parameters.map(({ type }) => type?.getText() ?? "");

/** Whether a file opens the database itself, rather than being handed a connection. */
function opensDatabase(source: ts.SourceFile): boolean {
  return source.statements.some(
    (node) =>
      ts.isImportDeclaration(node) &&
      node.moduleSpecifier.getText().includes("#lib/db.ts") &&
      node.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword,
  );
}

/** Every exported asynchronous function of lib that takes an actor, opens the database or is handed a connection. */
export function findFunctions(): FoundFunction[] {
  const files = listFiles(
    "lib",
    (path) => /\.tsx?$/.test(path) && !/\.test\.|\/generated\/|^lib\/isolation\//.test(path),
  );
  return files.flatMap((file) => {
    const source = parse(file);
    return [...exportedFunctions(source)].flatMap(([name, node]) => {
      const types = typesOf(node);
      const takesActor = types.some((type) => /\bActor\b/.test(type));
      const touchesDatabase =
        opensDatabase(source) ||
        types.some((type) => /\b(Queryable|TransactionClient|PoolClient)\b/.test(type));
      return isAsynchronous(node) && (takesActor || touchesDatabase)
        ? [{ name: `${file} ${name}`, takesActor }]
        : [];
    });
  });
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]);

function methodsIn(source: ts.SourceFile): string[] {
  return source.statements.flatMap((node) => {
    if (ts.isExportDeclaration(node) && node.exportClause && ts.isNamedExports(node.exportClause))
      return node.exportClause.elements.map(({ name }) => name.text);
    if (!isExported(node)) return [];
    if (ts.isFunctionDeclaration(node)) return node.name ? [node.name.text] : [];
    if (ts.isVariableStatement(node))
      return node.declarationList.declarations.map(({ name }) => name.getText());
    return [];
  });
}

/** Every method of every route: "POST app/api/reviews/route.ts". */
export function findRoutes(): string[] {
  return listFiles("app", (path) => /\/route\.tsx?$/.test(path)).flatMap((file) =>
    methodsIn(parse(file))
      .filter((name) => methods.has(name))
      .map((name) => `${name} ${file}`),
  );
}
