import remarkDirective from "remark-directive";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";

/*
 * The body of a lesson's section is Markdown with five kinds of callouts, worked numbers, rows of a
 * comparison and a myth between its paragraphs:
 *
 *   :::why            (or insight, limitation, security, tip)
 *   Why it matters.
 *   :::
 *
 *   :::numbers[How many containers fit into 64 GB?]
 *   The calculation, step by step.
 *   :::
 *
 *   ::comparison{id=containers-vs-virtual-machines aspects="kernel start-up"}
 *   ::myth{id=myth-containers-less-secure}
 */

export const calloutTones = ["why", "insight", "limitation", "security", "tip"] as const;
export type CalloutTone = (typeof calloutTones)[number];

export type LessonBlock =
  | { kind: "prose"; markdown: string }
  | { kind: "callout"; tone: CalloutTone; markdown: string }
  /** A calculation with real figures. */
  | { kind: "numbers"; title: string; markdown: string }
  /** Rows of a comparison, by the ids of its aspects. */
  | { kind: "comparison"; id: string; aspects: string[] }
  | { kind: "myth"; id: string };

/** Something that is not a block of a lesson. `offset` is that in the section's text. */
interface BlockProblem {
  offset: number;
  message: string;
}

interface ParsedSection {
  blocks: LessonBlock[];
  problems: BlockProblem[];
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze();
type Root = ReturnType<typeof parser.parse>;
type RootNode = Root["children"][number];
type Directive = Extract<RootNode, { type: "containerDirective" | "leafDirective" }>;

interface Span {
  start: number;
  end: number;
}

function spanOf({ position }: RootNode): Span {
  return { start: position?.start.offset ?? 0, end: position?.end.offset ?? 0 };
}

function isTone(name: string): name is CalloutTone {
  return calloutTones.some((tone) => tone === name);
}

/** The label in brackets, which remark-directive gives as a first paragraph. */
function labelOf(node: Directive): { label: string; content: RootNode[] } {
  const children = node.children as RootNode[];
  const [first, ...rest] = children;
  if (first?.type !== "paragraph" || first.data?.["directiveLabel"] !== true)
    return { label: "", content: children };
  const label = first.children.map((child) => ("value" in child ? child.value : "")).join("");
  return { label, content: rest };
}

function sourceOf(source: string, nodes: readonly RootNode[]): string {
  const [first] = nodes;
  const last = nodes.at(-1);
  return first && last ? source.slice(spanOf(first).start, spanOf(last).end) : "";
}

/** What a directive says, or what is wrong with it. */
function blockOf(source: string, node: Directive): LessonBlock | string {
  const { label, content } = labelOf(node);
  const markdown = sourceOf(source, content);
  const { id, aspects } = node.attributes ?? {};
  if (node.type === "containerDirective") {
    if (markdown === "") return `the block :::${node.name} says nothing`;
    if (isTone(node.name)) return { kind: "callout", tone: node.name, markdown };
    if (node.name !== "numbers")
      return `there is no block :::${node.name}; there are ${calloutTones.join(", ")} and numbers`;
    return label === ""
      ? "the block :::numbers needs a title: :::numbers[How many fit?]"
      : { kind: "numbers", title: label, markdown };
  }
  if (!id) return `::${node.name} needs an id: ::${node.name}{id=…}`;
  if (node.name === "myth") return { kind: "myth", id };
  if (node.name !== "comparison")
    return `there is no ::${node.name}; there are ::comparison and ::myth`;
  const list = (aspects ?? "").split(/[\s,]+/).filter(Boolean);
  return list.length === 0
    ? '::comparison names its rows: aspects="start-up kernel"'
    : { kind: "comparison", id, aspects: list };
}

/** Cuts the text of a section into its blocks, in their order. */
export function parseLessonSection(source: string): ParsedSection {
  const blocks: LessonBlock[] = [];
  const problems: BlockProblem[] = [];
  let prose: RootNode[] = [];
  const endProse = () => {
    if (prose.length > 0) blocks.push({ kind: "prose", markdown: sourceOf(source, prose) });
    prose = [];
  };
  for (const node of parser.parse(source).children) {
    if (node.type !== "containerDirective" && node.type !== "leafDirective") {
      prose.push(node);
      continue;
    }
    endProse();
    const block = blockOf(source, node);
    if (typeof block === "string") problems.push({ offset: spanOf(node).start, message: block });
    else blocks.push(block);
  }
  endProse();
  return { blocks, problems };
}

/** The words of a section as plain Markdown, without what it takes from other items. */
export function lessonText(source: string): string {
  return parseLessonSection(source)
    .blocks.flatMap((block) => {
      switch (block.kind) {
        case "prose":
        case "callout":
          return [block.markdown];
        case "numbers":
          return [block.title, block.markdown];
        default:
          return [];
      }
    })
    .join("\n\n");
}
