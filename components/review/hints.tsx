import { Lightbulb } from "lucide-react";
import { Prose } from "#components/ui/prose.tsx";
import type { QuestionFace } from "#lib/reviews/due-schema.ts";

/** Before the answer a hint is its title only, one at a time; after it, the advice and what one might say. */
export function Hints({
  hints,
  shown,
  revealed,
}: {
  hints: QuestionFace["hints"];
  shown: number;
  revealed: boolean;
}) {
  const visible = hints.slice(0, shown);
  if (visible.length === 0) return null;
  return (
    <ul className="grid gap-3" aria-live="polite">
      {visible.map(({ title, adviceHtml, sampleHtml }) => (
        <li key={title} className="flex gap-3 border-l-2 border-edge pl-4 text-sm">
          <Lightbulb size={16} aria-hidden className="mt-0.5 shrink-0 text-soft" />
          <div className="grid gap-2">
            <p className="font-medium">{title}</p>
            <Prose plain html={adviceHtml} className="text-soft" />
            {revealed && <Prose plain html={sampleHtml} />}
          </div>
        </li>
      ))}
    </ul>
  );
}
