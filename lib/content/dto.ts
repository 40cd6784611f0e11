import type {
  ComparisonPayload,
  ContentKind,
  DecisionPayload,
  Level,
  MythPayload,
  QuestionPayload,
  Rung,
} from "#lib/content/schema.ts";

/** What the reading pages are given. */

export interface TopicSummary {
  slug: string;
  name: string;
  summary: string;
  path: string;
  /** Published items by kind. */
  counts: Record<ContentKind, number>;
}

export interface TopicDetail extends TopicSummary {
  /** What the topic's questions can be filtered by, most used first. */
  tags: { tag: string; questions: number }[];
  levels: { level: Level; questions: number }[];
}

/** Enough to link to an item. */
export interface ItemLink {
  kind: ContentKind;
  title: string;
  path: string;
  /** The published number, questions only. */
  number: number | null;
  topic: { slug: string; name: string };
}

export interface QuestionSummary extends ItemLink {
  slug: string;
  number: number;
  level: Level;
  tags: string[];
  /** The question as an interviewer would say it, Markdown. */
  question: string;
}

export interface QuestionFilter {
  level?: Level;
  tag?: string;
  /** Part of the title or of the question, or a number such as "44" or "Q44". */
  text?: string;
}

/** What every page of one item shows, whatever its kind. */
export interface ItemPage<Payload> extends ItemLink {
  id: string;
  payload: Payload;
  versionId: string;
  version: number;
  /** When the item last got a version. */
  updatedAt: Date;
  related: ItemLink[];
}

/** One of the wordings of a question. They share the answer and its cards. */
export interface Wording {
  title: string;
  path: string;
  /** Markdown. */
  question: string;
}

export interface QuestionPage extends ItemPage<QuestionPayload> {
  number: number;
  /** The wording at the address that was asked for; `path` is always that of the first one. */
  wording: Wording;
  otherWordings: Wording[];
  cards: { id: string; rung: Rung }[];
  previous: ItemLink | null;
  next: ItemLink | null;
}

export interface ComparisonSummary extends ItemLink {
  slug: string;
  level: Level;
  summary: string;
  subjects: string[];
  aspects: number;
  contested: number;
}

export interface ComparisonPage extends ItemPage<ComparisonPayload> {
  /** `key` is "aspect/subject". */
  cards: { id: string; key: string }[];
}

export interface MythPage extends ItemPage<MythPayload> {
  cardId: string;
}

export interface DecisionPage extends ItemPage<DecisionPayload> {
  cardId: string;
}

export interface MythSummary extends ItemLink {
  slug: string;
  level: Level;
  claim: string;
  reality: string;
}

export interface DecisionSummary extends ItemLink {
  slug: string;
  level: Level;
  scenario: string;
  choice: string;
}

export interface SitePath {
  path: string;
  updatedAt: Date | null;
}
