import { readableItemsSql } from "#lib/content/access.ts";
import { type Rung, rungSchema } from "#lib/content/schema.ts";
import { pool } from "#lib/db.ts";
import { recallBands, type TopicMemory } from "#lib/progress/schema.ts";
import type { StudyMoment } from "#lib/progress/study-moment.ts";
import { type CardStateRow, cardStateColumns, toCardState } from "#lib/reviews/state-rows.ts";
import type { CardState } from "#lib/scheduler/card-state.ts";
import { retrievability } from "#lib/scheduler/retrievability.ts";
import type { Actor } from "#lib/session.ts";

/** A card that the person started, with what is known of it. */
export interface Memory {
  topicSlug: string;
  rung: Rung | null;
  state: CardState;
}

/** How many cards of a topic, or of one rung in it, were never started. */
export interface Untouched {
  topic: { slug: string; name: string };
  rung: Rung | null;
  total: number;
  untouched: number;
}

const practisableJoins = (actor: Actor) => `
  JOIN content_items item ON item.id = c.item_id
  JOIN banks bank ON bank.id = item.bank_id AND ${readableItemsSql(actor)}
  JOIN topics t ON t.id = item.topic_id`;

const practised = "c.retired_at IS NULL AND (c.kind <> 'question' OR c.key = ANY($2::text[]))";

function toRung(kind: string, key: string): Rung | null {
  return kind === "question" ? rungSchema.parse(key) : null;
}

/** All cards that the person started, of the rungs that they practise. */
export async function listMemories(
  actor: Actor,
  { rungs }: Pick<StudyMoment, "rungs">,
): Promise<Memory[]> {
  const { rows } = await pool().query<
    CardStateRow & { topic_slug: string; kind: string; key: string }
  >({
    name: "list-memories",
    text: `SELECT t.slug AS topic_slug, c.kind, c.key, ${cardStateColumns}
             FROM card_states s JOIN cards c ON c.id = s.card_id ${practisableJoins(actor)}
            WHERE s.user_id = $1 AND s.phase <> 'new' AND ${practised}`,
    values: [actor.userId, rungs],
  });
  return rows.map((row) => ({
    topicSlug: row.topic_slug,
    rung: toRung(row.kind, row.key),
    state: toCardState(row),
  }));
}

/** Per topic and rung: how many cards there are, and how many of them the person never started. */
export async function countUntouched(
  actor: Actor,
  { rungs }: Pick<StudyMoment, "rungs">,
): Promise<Untouched[]> {
  const { rows } = await pool().query<{
    slug: string;
    name: string;
    kind: string;
    key: string;
    total: number;
    untouched: number;
  }>({
    name: "count-untouched",
    text: `SELECT t.slug, t.name, c.kind, CASE c.kind WHEN 'question' THEN c.key ELSE '' END AS key, count(*)::int AS total,
                  count(*) FILTER (WHERE s.card_id IS NULL OR s.phase = 'new')::int AS untouched
             FROM cards c ${practisableJoins(actor)}
             LEFT JOIN card_states s ON s.user_id = $1 AND s.card_id = c.id
            WHERE ${practised} GROUP BY t.position, t.slug, t.name, c.kind, 4 ORDER BY t.position, t.slug`,
    values: [actor.userId, rungs],
  });
  return rows.map(({ slug, name, kind, key, total, untouched }) => ({
    topic: { slug, name },
    rung: toRung(kind, key),
    total,
    untouched,
  }));
}

function bandOf(recall: number): number {
  return recallBands.findLastIndex(({ from }) => recall >= from);
}

/** From this predicted recall on a card counts as known. */
const knownFrom = 0.8;

function emptyMemory(topic: TopicMemory["topic"]): TopicMemory {
  const rungs = {
    "super-brief": { known: 0, total: 0 },
    brief: { known: 0, total: 0 },
    detailed: { known: 0, total: 0 },
  };
  return { topic, bands: recallBands.map(() => 0), started: 0, notStarted: 0, expected: 0, rungs };
}

/** What would be recalled today, by topic, in the order of the topics. */
export function memoryByTopic(
  memories: readonly Memory[],
  untouched: readonly Untouched[],
  { settings, today }: Pick<StudyMoment, "settings" | "today">,
): TopicMemory[] {
  const bySlug = new Map<string, TopicMemory>();
  for (const group of untouched) {
    const memory = bySlug.get(group.topic.slug) ?? emptyMemory(group.topic);
    bySlug.set(group.topic.slug, memory);
    memory.notStarted += group.untouched;
    if (group.rung) memory.rungs[group.rung].total += group.total;
  }
  for (const { topicSlug, rung, state } of memories) {
    const memory = bySlug.get(topicSlug);
    const recall = retrievability(state, today, settings);
    if (!memory || recall === null) continue;
    memory.started += 1;
    memory.expected += recall;
    const band = bandOf(recall);
    memory.bands[band] = (memory.bands[band] ?? 0) + 1;
    if (rung && recall >= knownFrom) memory.rungs[rung].known += 1;
  }
  return [...bySlug.values()];
}
