import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export type MarkdownRoot = ReturnType<typeof parser.parse>;
export type MarkdownNode = MarkdownRoot["children"][number];
export type MarkdownHeading = Extract<MarkdownNode, { type: "heading" }>;
export type MarkdownCode = Extract<MarkdownNode, { type: "code" }>;

export function parseMarkdown(source: string): MarkdownRoot {
  return parser.parse(source);
}

/** The exact source of consecutive nodes, trimmed; empty for no nodes. */
export function sourceOf(source: string, nodes: readonly MarkdownNode[]): string {
  const start = nodes[0]?.position?.start.offset;
  const end = nodes.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return "";
  return source.slice(start, end).trim();
}

/** The line, counted from 1, on which a node begins. */
export function lineOfNode(node: MarkdownNode | undefined): number | undefined {
  return node?.position?.start.line;
}

const spaced = new Set<string>(["paragraph", "heading", "listItem", "tableCell", "blockquote", "code", "break"]);

function collectText(node: MarkdownNode | MarkdownRoot, withCode: boolean, parts: string[]): void {
  switch (node.type) {
    case "text":
    case "inlineCode":
      parts.push(node.value);
      return;
    case "code":
      if (withCode) parts.push(node.value, " ");
      return;
    case "image":
      parts.push(node.alt ?? "");
      return;
    default:
      if ("children" in node) for (const child of node.children) collectText(child, withCode, parts);
      if (spaced.has(node.type)) parts.push(" ");
  }
}

/** Parsed Markdown as plain text on one line: no markup, no HTML; code blocks only `withCode`. */
export function textOfMarkdown(root: MarkdownRoot | MarkdownNode, { withCode }: { withCode: boolean }): string {
  const parts: string[] = [];
  collectText(root, withCode, parts);
  return parts.join("").replaceAll(/\s+/g, " ").trim();
}

/** Words of a plain text: runs between white space that hold a letter or a digit. */
export function countWords(plainText: string): number {
  return plainText.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
