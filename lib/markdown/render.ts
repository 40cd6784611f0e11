import type { Root } from "hast";
import { LRUCache } from "lru-cache";
import rehypeHighlight from "rehype-highlight";
import rehypeSanitize, { defaultSchema, type Options as SanitizeSchema } from "rehype-sanitize";
import rehypeSlug from "rehype-slug";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { languages } from "#lib/markdown/languages.ts";
import { rewriteTree } from "#lib/markdown/rewrite-tree.ts";

export interface RenderOptions {
  /** Precedes every id in the output, so that two texts can stand on one page. */
  idPrefix?: string;
  /** Turns `{words like these}` into marked gaps for the reader's own evidence. */
  placeholders?: boolean;
}

const schema: SanitizeSchema = {
  ...defaultSchema,
  // Ids are made by us, from headings and footnotes, and already carry a prefix.
  clobber: [],
  tagNames: [
    ...[
      "a",
      "blockquote",
      "br",
      "code",
      "del",
      "div",
      "em",
      "h3",
      "h4",
      "h5",
      "h6",
      "hr",
      "img",
      "input",
      "li",
      "ol",
      "p",
      "pre",
    ],
    ...["section", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"],
  ],
  attributes: {
    a: [
      "href",
      "rel",
      "target",
      "ariaLabel",
      "ariaDescribedBy",
      "id",
      ["className", "anchor", "data-footnote-backref"],
      "dataFootnoteRef",
      "dataFootnoteBackref",
    ],
    code: [["className", /^language-[\w+#-]{1,30}$/, "hljs"]],
    div: [["className", "table-scroll"], "role", "ariaLabel", "tabIndex"],
    h3: ["id"],
    h4: ["id"],
    h5: ["id"],
    h6: ["id"],
    img: ["src", "alt", "loading"],
    input: [["type", "checkbox"], ["disabled", true], "checked"],
    li: [["className", "task-list-item"], "id"],
    ol: ["start"],
    pre: ["tabIndex"],
    section: ["dataFootnotes", ["className", "footnotes"]],
    span: [["className", "placeholder", /^hljs-[\w-]{1,30}$/, /^[\w]+_$/]],
    td: [["align", "left", "center", "right"]],
    th: [["align", "left", "center", "right"]],
    ul: [["className", "contains-task-list"]],
  },
  protocols: { href: ["http", "https", "mailto"], src: [] },
  required: { input: { type: "checkbox", disabled: true } },
  strip: ["script", "style"],
};

function processorFor({ idPrefix = "text-", placeholders = false }: RenderOptions) {
  return (
    unified()
      .use(remarkParse)
      .use(remarkGfm)
      // HTML in the text is dropped, not passed on.
      .use(remarkRehype, { clobberPrefix: idPrefix })
      .use(rehypeSlug, { prefix: idPrefix })
      .use(rehypeHighlight, { languages })
      .use(() => (tree: Root) => rewriteTree(tree, { placeholders }))
      .use(rehypeSanitize, schema) // last: whatever came before, only this gets out
      .use(rehypeStringify)
      .freeze()
  );
}

const processors = new Map<string, ReturnType<typeof processorFor>>();
const htmlByText = new LRUCache<string, string>({
  maxSize: 16_000_000,
  sizeCalculation: (html, key) => html.length + key.length + 1,
});

/** Markdown as HTML that is safe to set: no scripts, no raw HTML, no images from elsewhere. */
export function renderMarkdown(text: string, options: RenderOptions = {}): string {
  const variant = `${options.idPrefix ?? ""}\n${options.placeholders ? 1 : 0}`;
  const key = `${variant}\n${text}`;
  const known = htmlByText.get(key);
  if (known !== undefined) return known;
  const processor = processors.get(variant) ?? processorFor(options);
  if (processors.size < 100) processors.set(variant, processor);
  const html = String(processor.processSync(text));
  htmlByText.set(key, html);
  return html;
}

/** The same for a line within a sentence or heading: without the paragraph around it. */
export function renderInline(text: string, options: RenderOptions = {}): string {
  const html = renderMarkdown(text, options);
  const inner = /^<p>([^]*)<\/p>$/.exec(html)?.[1];
  return inner === undefined || inner.includes("<p>") ? html : inner;
}

/** Code with its syntax highlighted, as a `<pre>`. */
export function renderCode(code: string, language: string): string {
  const longestRun = Math.max(2, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longestRun + 1);
  return renderMarkdown(`${fence}${language.replaceAll(/[^\w+#-]/g, "")}\n${code}\n${fence}`);
}
