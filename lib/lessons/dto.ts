import type { ItemLink, ItemPage } from "#lib/content/dto.ts";
import type { LessonPayload } from "#lib/content/lesson-schema.ts";
import type { ComparisonPayload, Level, MythPayload } from "#lib/content/schema.ts";

/** What the pages of lessons are given. */

export interface SectionName {
  id: string;
  title: string;
}

/** A lesson in its track, and how far one reader is. */
export interface LessonSummary extends ItemLink {
  /** The stable id that its author chose. */
  id: string;
  level: Level;
  /** Counted from 1, of `of` lessons that the reader may read. */
  place: number;
  of: number;
  minutes: number;
  /** Markdown. */
  summary: string;
  sections: SectionName[];
  /** Ids of the sections that were read, in the order of the text. */
  read: string[];
  /** When a section was last marked as read; null when none is. */
  lastReadAt: Date | null;
}

/** A track with its lessons in order, at least one. */
export interface TrackDetail {
  slug: string;
  name: string;
  summary: string;
  path: string;
  lessons: LessonSummary[];
}

/** Where a reader goes on. */
export interface Continuation {
  lesson: LessonSummary;
  section: SectionName;
  /** Counted from 1. */
  sectionNumber: number;
}

/** An item that a lesson takes something from, as it is now. */
interface Taken<Payload> {
  path: string;
  payload: Payload;
}

/** What a lesson takes from other items: only what is there and the reader may read. */
export interface TakenItems {
  comparisons: ReadonlyMap<string, Taken<ComparisonPayload>>;
  myths: ReadonlyMap<string, Taken<MythPayload>>;
  /** The items whose cards are worth taking along, in the author's order. */
  cards: (ItemLink & { id: string })[];
}

export interface LessonPage extends ItemPage<LessonPayload> {
  track: { slug: string; name: string; path: string };
  place: number;
  of: number;
  /** Ids of the sections that were read. */
  read: string[];
  taken: TakenItems;
  previous: ItemLink | null;
  next: ItemLink | null;
}
