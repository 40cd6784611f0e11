import { textOfMarkdown } from "#lib/content/markdown.ts";

/** Markdown as one line of plain text, for titles, descriptions and structured data. */
export function plainText(markdown: string): string {
  return textOfMarkdown(markdown, { withCode: false });
}
