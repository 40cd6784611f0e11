import { describe, expect, it } from "vitest";
import { findSyntaxProblem, isKnownLanguage } from "#lib/content/checks/parse-code.ts";

describe("samples of code", () => {
  it.each([
    ["ts", "const a: Map<string, number> = new Map();\nusing b = f();"],
    ["tsx", "export const A = ({ n }: { n: number }) => <b key={n}>{n}</b>;"],
    ["js", "for await (const x of y) await x?.();"],
    ["json", '{ "a": [1, 2] }'],
    ["yaml", "a: 1\n---\nb: [x, y]"],
    ["sql", "CREATE INDEX CONCURRENTLY i ON t (a) INCLUDE (b) WHERE c IS NULL;"],
    ["bash", 'set -euo pipefail\nfor f in *.md; do wc -l "$f"; done'],
    ["graphql", "query Q($id: ID!) { user(id: $id) { name } }"],
    ["dockerfile", 'FROM node:24-slim AS build\nRUN npm ci\nCMD ["node", "x.js"]'],
    ["python", "async def f(x: int) -> str:\n    match x:\n        case 1: return 'a'"],
    ["go", "package main\nfunc main() { go func() { <-c }() }"],
    ["text", "}}} anything"],
  ])("%s that parses", async (language, code) => {
    expect(isKnownLanguage(language)).toBe(true);
    expect(await findSyntaxProblem(language, code)).toBeNull();
  });

  it.each([
    ["ts", "const a = 1;\nconst = 2;", 2],
    ["tsx", "const a = <b>;\n", 1],
    ["js", "function () {}", 1],
    ["json", '{ "a": 1,\n "b" }', 2],
    ["yaml", "a: 1\nb: [x", 2],
    ["sql", "SELECT 1;\nSELECT FROM WHERE a;", 2],
    ["bash", "if true; then\n  echo\ndone", 3],
    ["graphql", "query {\n  user(\n}", 3],
    ["dockerfile", "FROM node\nRAN npm ci", 2],
    ["python", "def f(:\n    return 1", 1],
    ["go", "package main\nfunc main( { }", 2],
  ])("%s that does not, with its line", async (language, code, line) => {
    expect(await findSyntaxProblem(language, code)).toMatchObject({ line });
  });

  it("a language that nobody knows", () => {
    expect(isKnownLanguage("klingon")).toBe(false);
  });
});
