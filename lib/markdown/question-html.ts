import type { QuestionPayload } from "#lib/content/schema.ts";
import { renderCode, renderInline, renderMarkdown } from "#lib/markdown/render.ts";

/** The Markdown fields of a question as sanitized HTML, with ids that do not meet on one page. */
export function questionHtml(payload: QuestionPayload) {
  const { code } = payload;
  return {
    question: renderInline(payload.question),
    tiers: {
      "super-brief": renderMarkdown(payload.superBrief, { idPrefix: "super-brief-" }),
      brief: renderMarkdown(payload.brief, { idPrefix: "brief-" }),
      detailed: renderMarkdown(payload.detailed, { idPrefix: "detailed-" }),
    },
    perspective: renderMarkdown(payload.perspective, { idPrefix: "perspective-" }),
    mustSay: payload.mustSay.map(({ id, text }) => ({ id, html: renderInline(text) })),
    hints: payload.hints.map(({ title, advice, sampleResponse }, index) => ({
      title,
      adviceHtml: renderMarkdown(advice, { idPrefix: `hint-${index + 1}-` }),
      sampleHtml: renderMarkdown(unquoted(sampleResponse), {
        idPrefix: `sample-${index + 1}-`,
        placeholders: true,
      }),
    })),
    followUps: payload.followUps.map(({ question, answer }, index) => ({
      questionHtml: renderInline(question),
      answerHtml: renderMarkdown(answer, { idPrefix: `follow-up-${index + 1}-` }),
    })),
    code: {
      captionHtml: renderMarkdown(code.kind === "code" ? code.caption : code.reason, {
        idPrefix: "code-",
      }),
      codeHtml: code.kind === "code" ? renderCode(code.code, code.language) : "",
    },
  };
}

/** A sample response may be kept as a Markdown quotation; the page draws the quotation itself. */
function unquoted(markdown: string): string {
  const lines = markdown.split("\n");
  return lines.every((line) => line === "" || line.startsWith(">"))
    ? lines.map((line) => line.replace(/^> ?/, "")).join("\n")
    : markdown;
}
