import { textOfMarkdown } from "#lib/content/markdown.ts";
import { aspectAnchor, sectionAnchors, weekAnchor } from "#lib/content/paths.ts";
import type { ComparisonPayload, ContentPayload, QuestionPayload } from "#lib/content/schema.ts";
import { lessonText } from "#lib/lessons/lesson-blocks.ts";

/** A stretch of an item that search can point at; all of it plain text. */
export interface SearchPartText {
  heading: string;
  body: string;
  /** Id of the section on the item's page; empty for the page as a whole. */
  anchor: string;
}

function plain(...markdown: (string | undefined)[]): string {
  return markdown
    .filter((source) => source !== undefined)
    .map((source) => textOfMarkdown(source, { withCode: true }))
    .filter((text) => text !== "")
    .join(" ");
}

function questionParts(payload: QuestionPayload): SearchPartText[] {
  const parts: SearchPartText[] = [
    { heading: "Super brief", body: plain(payload.superBrief), anchor: sectionAnchors.superBrief },
    { heading: "Brief", body: plain(payload.brief), anchor: sectionAnchors.brief },
    { heading: "Detailed", body: plain(payload.detailed), anchor: sectionAnchors.detailed },
    {
      heading: "Senior perspective",
      body: plain(payload.perspective),
      anchor: sectionAnchors.perspective,
    },
    {
      heading: "Interview hints",
      body: plain(
        ...payload.hints.flatMap((hint) => [hint.title, hint.advice, hint.sampleResponse]),
      ),
      anchor: sectionAnchors.hints,
    },
    {
      heading: "Follow-ups",
      body: plain(...payload.followUps.flatMap((followUp) => [followUp.question, followUp.answer])),
      anchor: sectionAnchors.followUps,
    },
  ];
  if (payload.code.kind === "code") {
    const body =
      `${plain(payload.code.caption)} ${payload.code.code.replaceAll(/\s+/g, " ")}`.trim();
    parts.push({ heading: "Code", body, anchor: sectionAnchors.code });
  }
  return parts;
}

function comparisonParts(payload: ComparisonPayload): SearchPartText[] {
  const rows = payload.aspects.map((aspect) => ({
    heading: aspect.name,
    body: [
      ...payload.subjects.map(({ id, name }) => {
        const claims = (aspect.facts[id]?.claims ?? []).map(({ value, condition }) =>
          condition === undefined ? value : `${value} (${condition})`,
        );
        return `${name}: ${claims.join("; ")}.`;
      }),
      plain(aspect.why),
    ]
      .join(" ")
      .trim(),
    anchor: aspectAnchor(aspect.id),
  }));
  return [
    ...rows,
    { heading: "Takeaway", body: plain(payload.takeaway), anchor: sectionAnchors.takeaway },
  ];
}

function sectionsOf(payload: ContentPayload): SearchPartText[] {
  switch (payload.kind) {
    case "question":
      return questionParts(payload);
    case "comparison":
      return comparisonParts(payload);
    case "lesson":
      return [
        ...payload.sections.map(({ id, title, body }) => ({
          heading: title,
          body: plain(lessonText(body)),
          anchor: id,
        })),
        {
          heading: "Takeaways",
          body: plain(...payload.takeaways),
          anchor: sectionAnchors.takeaways,
        },
      ];
    case "path":
      return payload.weeks.map(({ title, goal }, index) => ({
        heading: title,
        body: plain(goal),
        anchor: weekAnchor(index + 1),
      }));
    case "myth":
      return [
        { heading: "Reality", body: plain(payload.reality), anchor: sectionAnchors.reality },
        {
          heading: "Why it is believed",
          body: plain(payload.whyBelieved),
          anchor: sectionAnchors.whyBelieved,
        },
      ];
    case "decision":
      return [
        {
          heading: "Choice",
          body: plain(payload.choice, payload.why, payload.hybrid),
          anchor: sectionAnchors.choice,
        },
        {
          heading: "What would flip it",
          body: plain(payload.flip.constraint, payload.flip.choice),
          anchor: sectionAnchors.flip,
        },
      ];
  }
}

function openingOf(payload: ContentPayload): string {
  switch (payload.kind) {
    case "question":
      return plain(
        payload.question,
        ...(payload.variants ?? []).flatMap(({ title, question }) => [title, question]),
      );
    case "comparison":
      return `${payload.subjects.map(({ name }) => name).join(", ")}. ${plain(payload.summary)}`;
    case "lesson":
      return plain(payload.summary);
    case "path":
      return `${payload.role}. ${plain(payload.summary)}`;
    case "myth":
      return plain(payload.claim);
    case "decision":
      return plain(payload.scenario, ...payload.constraints, ...payload.options);
  }
}

/**
 * What search looks through. The first part is the whole item, so that words of a query may stand in
 * different sections, and bears the title, the number ("Docker Q44") and the tags; the others say where
 * on the page a match is.
 */
export function searchPartsOf(
  payload: ContentPayload,
  topicName: string,
): [SearchPartText, ...SearchPartText[]] {
  const sections = sectionsOf(payload).filter((part) => part.body !== "");
  const number = payload.kind === "question" ? `${topicName} Q${payload.number}: ` : "";
  const whole = [
    openingOf(payload),
    ...sections.map((part) =>
      payload.kind === "comparison" ? `${part.heading}: ${part.body}` : part.body,
    ),
    payload.tags.join(", "),
    topicName,
  ];
  return [
    {
      heading: number + payload.title,
      body: whole.filter((text) => text !== "").join(" "),
      anchor: "",
    },
    ...sections,
  ];
}
