import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

export type MarkdownRoot = ReturnType<typeof parser.parse>;
export type MarkdownNode = MarkdownRoot["children"][number];

export function parseMarkdown(source: string): MarkdownRoot {
  return parser.parse(source);
}

const spaced = new Set<string>([
  "paragraph",
  "heading",
  "listItem",
  "tableCell",
  "blockquote",
  "code",
  "break",
]);

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
      if ("children" in node)
        for (const child of node.children) collectText(child, withCode, parts);
      if (spaced.has(node.type)) parts.push(" ");
  }
}

// Parsing a short text costs more than anything else that is done with it, and most hold no markup.
const markup = /[\\`*_[\]<>#|~&!]|:\/\/|www\.|^\s*(?:[-+=]|\d+[.)])|\n\s*\n| {2,}\n/m;

/** Markdown as plain text on one line: no markup, no HTML; code blocks only `withCode`. */
export function textOfMarkdown(source: string, { withCode }: { withCode: boolean }): string {
  if (!markup.test(source)) return source.replaceAll(/\s+/g, " ").trim();
  const parts: string[] = [];
  collectText(parseMarkdown(source), withCode, parts);
  return parts.join("").replaceAll(/\s+/g, " ").trim();
}

/** Words of a plain text: runs between white space that hold a letter or a digit. */
export function countWords(plainText: string): number {
  return plainText.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
