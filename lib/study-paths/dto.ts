import type { ItemLink } from "#lib/content/dto.ts";
import type { Level } from "#lib/content/schema.ts";

/** What the pages about study paths are given. */

/** How far a person is with some of a path. Cards of rungs not practised and suspended ones do not count. */
export interface Standing {
  cards: number;
  begun: number;
  /** Sum of the predicted recall of what was begun: how many would be recalled today. */
  expected: number;
  /** Sections of lessons. */
  sections: number;
  sectionsRead: number;
}

/** Something to learn in a week of a path. */
export interface PathItem extends ItemLink {
  /** Stable id. */
  id: string;
  /** Of lessons: how long it takes to read. */
  minutes: number | null;
  /** Null when nobody is signed in. */
  standing: Standing | null;
}

export interface PathWeek {
  /** Counted from 1. */
  number: number;
  title: string;
  /** What one can do after it. */
  goal: string;
  items: PathItem[];
  standing: Standing | null;
}

interface PathBase {
  /** Stable id. */
  id: string;
  title: string;
  /** Address of its page. */
  path: string;
  role: string;
  summary: string;
  level: Level;
  /** Whether the person follows it. */
  isFollowed: boolean;
}

export interface PathSummary extends PathBase {
  weeks: number;
  items: number;
  standing: Standing | null;
}

/** Where somebody is in a path: the week reached, and the first thing in it that is left. */
export interface PathPlace {
  week: Pick<PathWeek, "number" | "title" | "standing">;
  next: PathItem;
}

export interface PathDetail extends PathBase {
  weeks: PathWeek[];
  related: ItemLink[];
  standing: Standing | null;
  /** Null when nobody is signed in, or when everything was begun. */
  place: PathPlace | null;
}

/** The path that a person follows. */
export interface FollowedPath extends Pick<PathBase, "id" | "title" | "path"> {
  weeks: number;
  /** Null when everything was begun. */
  place: PathPlace | null;
}
