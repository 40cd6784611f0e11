import { lineOfNode, sourceOf, type MarkdownHeading, type MarkdownNode, type MarkdownRoot } from "#lib/content/markdown.ts";

/** A heading and what stands under it, up to the next heading of the same or a higher level. */
export interface Section {
  heading: string;
  line: number;
  nodes: MarkdownNode[];
}

function isHeading(node: MarkdownNode, depth: number): node is MarkdownHeading {
  return node.type === "heading" && node.depth === depth;
}

/** Cuts nodes at the headings of one depth; `before` is what precedes the first. */
export function sectionsOf(
  source: string,
  nodes: readonly MarkdownNode[],
  depth: 2 | 3,
): { before: MarkdownNode[]; sections: Section[] } {
  const before: MarkdownNode[] = [];
  const sections: Section[] = [];
  for (const node of nodes) {
    const current = sections.at(-1);
    if (isHeading(node, depth)) {
      sections.push({ heading: sourceOf(source, node.children), line: lineOfNode(node) ?? 1, nodes: [] });
    } else if (current) {
      current.nodes.push(node);
    } else {
      before.push(node);
    }
  }
  return { before, sections };
}

/** The level-one headings of a document. */
export function titlesOf(root: MarkdownRoot): MarkdownHeading[] {
  return root.children.filter((node) => isHeading(node, 1));
}
