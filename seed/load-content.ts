import path from "node:path";
import type pg from "pg";
import { positionedCards } from "#lib/content/card-order.ts";
import { checkGroups, checkUnique } from "#lib/content/checks/references.ts";
import { type FileProblem, formatProblem } from "#lib/content/files/problem.ts";
import { type Corpus, readCorpus } from "#lib/content/files/read-corpus.ts";
import { type ItemPlan, planItems } from "#seed/plan-load.ts";
import { ensurePublicBank, upsertGroups } from "#seed/public-bank.ts";
import { writeCards } from "#seed/write-cards.ts";
import { listStoredItems, retireItems, writeItems } from "#seed/write-items.ts";
import { writePathCards } from "#seed/write-path-cards.ts";
import { writeSearch } from "#seed/write-search.ts";

/** What a load did, counted in items. */
export interface LoadReport {
  /** New, or back after their file had been away. */
  added: number;
  newVersions: number;
  unchanged: number;
  retired: number;
}

export interface LoadOptions {
  /** Folder of the topics; `seed/content` of the current directory unless given. */
  directory?: string;
  /** Told what is being done, a line per step. */
  onProgress?: (message: string) => void;
}

/** The files are not fit to be loaded. Its message lists every problem with file and line. */
export class ContentError extends Error {
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super(["The content was not loaded:", ...problems.map(formatProblem)].join("\n"));
    this.name = "ContentError";
    this.problems = problems;
  }
}

/** A number of our own: whoever holds it is loading content. */
const loadLock = 7_140_234;

async function readSoundCorpus(directory: string): Promise<Corpus> {
  const corpus = await readCorpus(directory);
  const problems = [...corpus.problems, ...checkUnique(corpus.items), ...checkGroups(corpus)];
  if (problems.length > 0) throw new ContentError(problems);
  return corpus;
}

function reportOf(plan: ItemPlan): LoadReport {
  const count = (fate: string) => plan.items.filter((item) => item.fate === fate).length;
  return {
    added: count("added"),
    newVersions: count("changed"),
    unchanged: count("unchanged"),
    retired: plan.retired.length,
  };
}

async function write(
  client: pg.ClientBase,
  corpus: Corpus,
  onProgress: (message: string) => void,
): Promise<LoadReport> {
  const bank = await ensurePublicBank(client);
  const topics = corpus.topics
    .map(({ payload }) => payload)
    .sort((a, b) => a.position - b.position);
  const tracks = corpus.tracks.map(({ payload }) => payload);
  const groups = {
    topics: await upsertGroups(client, bank, "topics", topics),
    tracks: await upsertGroups(client, bank, "lesson_tracks", tracks),
  };
  const plan = planItems(
    corpus.items.map(({ payload }) => payload),
    await listStoredItems(client, bank),
  );
  const report = reportOf(plan);
  const touched = report.added + report.newVersions;
  if (touched > 0) onProgress(`writing ${touched} items`);

  await retireItems(client, plan.retired);
  await writeItems(client, bank, groups, plan.items);
  await writeCards(
    client,
    bank,
    positionedCards(
      plan.items,
      topics.map(({ id }) => id),
    ),
  );
  await writePathCards(client, bank, plan.items);
  if (touched + report.retired > 0) onProgress("rebuilding the search");
  await writeSearch(client, bank, plan.items, {
    topicNames: new Map(topics.map(({ id, name }) => [id, name])),
    someRetired: report.retired > 0,
  });
  return report;
}

/**
 * Brings the database to what the content files say, in one transaction. Items, versions and cards keep
 * their ids; nobody's card states or reviews are touched. Loading the same files again changes nothing.
 * @throws ContentError when a file does not fit the schema or two items claim one id, slug or number
 */
export async function loadContent(pool: pg.Pool, options: LoadOptions = {}): Promise<LoadReport> {
  const onProgress = options.onProgress ?? (() => undefined);
  const corpus = await readSoundCorpus(
    options.directory ?? path.join(process.cwd(), "seed/content"),
  );
  onProgress(`${corpus.items.length} content files read`);

  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    // The pool's time limit is meant for requests.
    await client.query("SET LOCAL statement_timeout = 0");
    await client.query("SELECT pg_advisory_xact_lock($1)", [loadLock]);
    const report = await write(client, corpus, onProgress);
    await client.query("COMMIT");
    client.release();
    return report;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    client.release(error instanceof Error ? error : true);
    throw error;
  }
}
