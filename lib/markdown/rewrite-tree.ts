import type { Element, ElementContent, Root, RootContent } from "hast";

export interface RewriteOptions {
  /** Turns `{words like these}` into marked gaps. */
  placeholders: boolean;
}

const localPath = /^\/(?![/\\])/;
const blocks = new Set(["p", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"]);
/** Typed straight, printed curved: host's, hosts' processes. */
const apostrophe = /(?<=\p{L})'/gu;

/** Where a walk through the tree is. */
interface Place {
  inCode: boolean;
  /** Double quotes open and close by turns, counted anew in every block. */
  quotes: { open: boolean };
}

function typeset(value: string, quotes: Place["quotes"]): string {
  return value.replaceAll(apostrophe, "’").replaceAll('"', () => {
    quotes.open = !quotes.open;
    return quotes.open ? "“" : "”";
  });
}
const placeholder = /\{([a-z][^{}]*)\}/g;

function element(
  tagName: string,
  properties: Element["properties"],
  children: ElementContent[],
): Element {
  return { type: "element", tagName, properties, children };
}

function textOf(node: RootContent): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}

/** Headings of a text stand below those of the page, and can be linked to. */
function rewriteHeading(node: Element): Element {
  const tagName = node.tagName === "h1" || node.tagName === "h2" ? "h3" : node.tagName;
  const id = node.properties["id"];
  if (typeof id !== "string") return { ...node, tagName };
  const link = element(
    "a",
    { href: `#${id}`, className: ["anchor"], ariaLabel: `Link to “${textOf(node)}”` },
    [{ type: "text", value: "#" }],
  );
  return { ...node, tagName, children: [...node.children, link] };
}

function rewriteLink(node: Element): Element {
  const href = node.properties["href"];
  if (typeof href !== "string" || href.startsWith("#") || localPath.test(href)) return node;
  return {
    ...node,
    properties: {
      ...node.properties,
      rel: ["noopener", "noreferrer", "nofollow"],
      target: "_blank",
    },
  };
}

/** An image from elsewhere would tell its host who reads what: its words are shown instead. */
function rewriteImage(node: Element): ElementContent {
  const { src, alt } = node.properties;
  if (typeof src === "string" && localPath.test(src))
    return { ...node, properties: { ...node.properties, loading: "lazy" } };
  return element("em", {}, [
    { type: "text", value: typeof alt === "string" && alt ? alt : "(an image from elsewhere)" },
  ]);
}

function rewriteText(value: string): ElementContent[] {
  const parts: ElementContent[] = [];
  let from = 0;
  for (const match of value.matchAll(placeholder)) {
    if (match.index > from) parts.push({ type: "text", value: value.slice(from, match.index) });
    parts.push(
      element("span", { className: ["placeholder"] }, [{ type: "text", value: match[1] ?? "" }]),
    );
    from = match.index + match[0].length;
  }
  if (from < value.length) parts.push({ type: "text", value: value.slice(from) });
  return parts;
}

function rewrite(node: ElementContent, options: RewriteOptions, place: Place): ElementContent[] {
  if (node.type === "text") {
    if (place.inCode) return [node];
    const value = typeset(node.value, place.quotes);
    return options.placeholders ? rewriteText(value) : [{ ...node, value }];
  }
  if (node.type !== "element") return [node];
  const within: Place = {
    inCode: place.inCode || node.tagName === "code" || node.tagName === "pre",
    quotes: blocks.has(node.tagName) ? { open: false } : place.quotes,
  };
  const children = node.children.flatMap((child) => rewrite(child, options, within));
  const next: Element = { ...node, children };
  switch (node.tagName) {
    case "h1":
    case "h2":
    case "h3":
    case "h4":
    case "h5":
    case "h6":
      return [rewriteHeading(next)];
    case "a":
      return [rewriteLink(next)];
    case "img":
      return [rewriteImage(next)];
    case "pre":
      // What scrolls must be reachable by keyboard.
      return [{ ...next, properties: { ...next.properties, tabIndex: 0 } }];
    case "table":
      return [
        element(
          "div",
          { className: ["table-scroll"], role: "region", ariaLabel: "Table", tabIndex: 0 },
          [next],
        ),
      ];
    default:
      return [next];
  }
}

/** What our pages add to a rendered text, before it is sanitized. */
export function rewriteTree(tree: Root, options: RewriteOptions): Root {
  const children = tree.children.flatMap((node): RootContent[] =>
    node.type === "element" || node.type === "text"
      ? rewrite(node, options, { inCode: false, quotes: { open: false } })
      : [node],
  );
  return { ...tree, children };
}
