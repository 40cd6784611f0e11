import { Columns2, MessageCircleX } from "lucide-react";
import Link from "next/link";
import { ComparisonTable } from "#components/comparison/comparison-table.tsx";
import { sourcesInOrder } from "#components/comparison/source-numbers.ts";
import { BlockPanel, CalloutBlock, NumbersBlock } from "#components/lessons/callout-block.tsx";
import { Prose } from "#components/ui/prose.tsx";
import type { LessonBlockHtml } from "#lib/lessons/lesson-html.ts";

type BlockOf<Kind extends LessonBlockHtml["kind"]> = Extract<LessonBlockHtml, { kind: Kind }>;

const quietLink = "text-link inline-block py-1 text-xs text-soft";

/** Rows of a comparison as it is now; its sources and reasons stand on its own page. */
function ComparisonRows({ path, comparison, rows }: BlockOf<"comparison">) {
  const sources = sourcesInOrder(comparison);
  return (
    <div>
      <p className="mb-1 flex items-center gap-2 text-xs font-semibold text-soft">
        <Columns2 size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
        {comparison.title}
      </p>
      <ComparisonTable
        comparison={{ title: comparison.title, subjects: comparison.subjects, aspects: rows }}
        sourceNumber={(key) => sources.indexOf(key) + 1}
        page={path}
      />
      <Link href={path} prefetch={false} className={`${quietLink} mt-2`}>
        The whole comparison, in {comparison.aspects.length} aspects
        <span className="sr-only">: {comparison.title}</span>
      </Link>
    </div>
  );
}

function Misconception({ path, claimHtml, realityHtml }: BlockOf<"myth">) {
  return (
    <BlockPanel icon={MessageCircleX} label="Misconception" raised>
      <p className="font-serif text-md leading-snug font-semibold">
        “<span className="prose-inline" dangerouslySetInnerHTML={{ __html: claimHtml }} />”
      </p>
      <div className="mt-3 border-l-2 border-edge pl-4">
        <p className="mb-1 text-xs text-faint">What is true instead</p>
        <Prose html={realityHtml} />
      </div>
      <Link href={path} prefetch={false} className={`${quietLink} mt-3`}>
        Why it is believed, with sources
      </Link>
    </BlockPanel>
  );
}

function Block({ block }: { block: LessonBlockHtml }) {
  switch (block.kind) {
    case "prose":
      return <Prose html={block.html} />;
    case "callout":
      return <CalloutBlock tone={block.tone} html={block.html} />;
    case "numbers":
      return <NumbersBlock titleHtml={block.titleHtml} html={block.html} />;
    case "comparison":
      return <ComparisonRows {...block} />;
    case "myth":
      return <Misconception {...block} />;
  }
}

/** The text of a section, with what stands between its paragraphs. */
export function LessonBlocks({ blocks }: { blocks: readonly LessonBlockHtml[] }) {
  return (
    <div className="grid gap-6 *:min-w-0">
      {blocks.map((block, index) => (
        // They are never reordered, and have nothing else of their own.
        <Block key={index} block={block} />
      ))}
    </div>
  );
}
