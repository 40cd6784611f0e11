import type { ContentKind } from "#lib/content/schema.ts";

/** The addresses of the reading pages. Safe to import in the browser. */

export function topicPath(topicSlug: string): string {
  return `/topics/${topicSlug}`;
}

export function trackPath(trackSlug: string): string {
  return `/lessons/${trackSlug}`;
}

/** The page of one item. */
export function itemPath(item: {
  kind: ContentKind;
  topicSlug: string;
  /** Of lessons. */
  trackSlug?: string | null;
  slug: string;
}): string {
  switch (item.kind) {
    case "question":
      return `/topics/${item.topicSlug}/${item.slug}`;
    case "comparison":
      return `/compare/${item.slug}`;
    case "myth":
      return `/topics/${item.topicSlug}/myths/${item.slug}`;
    case "lesson":
      return `${trackPath(item.trackSlug ?? "")}/${item.slug}`;
    case "path":
      return `/paths/${item.slug}`;
    case "decision":
      return `/topics/${item.topicSlug}/decisions/${item.slug}`;
  }
}

/**
 * The ids of the sections of an item's page, which links from search point at. A row of a comparison
 * has the id of its aspect after `aspect-`.
 */
export const sectionAnchors = {
  superBrief: "super-brief",
  brief: "brief",
  detailed: "detailed",
  perspective: "senior-perspective",
  hints: "interview-hints",
  followUps: "follow-ups",
  code: "code",
  takeaway: "takeaway",
  reality: "reality",
  whyBelieved: "why-believed",
  choice: "choice",
  flip: "flip",
  takeaways: "takeaways",
} as const;

/** What stands on the page of a lesson below its sections; no section can have one of these ids. */
export const lessonAnchors = {
  takeaways: sectionAnchors.takeaways,
  cards: "cards",
  sources: "sources",
  related: "related",
} as const;

export function aspectAnchor(aspectId: string): string {
  return `aspect-${aspectId}`;
}

/** @param week counted from 1 */
export function weekAnchor(week: number): string {
  return `week-${week}`;
}
