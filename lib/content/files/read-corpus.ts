import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseContentFile, parseTopicFile, parseTrackFile } from "#lib/content/files/parse-file.ts";
import { compareProblems, type FileProblem, type Positioned } from "#lib/content/files/problem.ts";
import type { TrackFile } from "#lib/content/lesson-schema.ts";
import type { ContentKind, ContentPayload, TopicFile } from "#lib/content/schema.ts";

/** Every content file of a directory: what could be parsed, and what is wrong with the rest. */
export interface Corpus {
  topics: Positioned<TopicFile>[];
  tracks: Positioned<TrackFile>[];
  items: Positioned<ContentPayload>[];
  problems: FileProblem[];
  /** Ids of items whose files could not be parsed, so that references to them are not called dead. */
  brokenIds: Set<string>;
  /** Words that are right although no dictionary has them. */
  words: string[];
}

export function emptyCorpus(): Corpus {
  return { topics: [], tracks: [], items: [], problems: [], brokenIds: new Set(), words: [] };
}

const kindByFolder = new Map<string, ContentKind>([
  ["questions", "question"],
  ["comparisons", "comparison"],
  ["myths", "myth"],
  ["decisions", "decision"],
]);

async function visibleEntries(
  directory: string,
): Promise<{ name: string; isDirectory: boolean }[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  return entries
    .filter((entry) => !entry.name.startsWith("."))
    .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

class CorpusReader {
  readonly corpus: Corpus = emptyCorpus();
  private readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  private problem(file: string, message: string): void {
    this.corpus.problems.push({ file: this.nameOf(file), field: "", line: 1, message });
  }

  /** Relative to where the command was typed, so that an editor can open it. */
  private nameOf(file: string): string {
    return path.relative(process.cwd(), file).split(path.sep).join("/");
  }

  /** @param given what the folder says of the item */
  private async readItem(
    file: string,
    kind: ContentKind,
    given: { topic: string } | { track: string } | null,
  ): Promise<void> {
    const name = this.nameOf(file);
    const result = parseContentFile(name, kind, await readFile(file, "utf8"));
    if (!result.ok) {
      this.corpus.problems.push(...result.problems);
      if (result.id !== null) this.corpus.brokenIds.add(result.id);
      return;
    }
    for (const [field, folder] of Object.entries(given ?? {})) {
      if ((result.item.payload as Record<string, unknown>)[field] === folder) continue;
      const message = `must be "${folder}", the folder in which the file is`;
      this.corpus.problems.push({ file: name, field, line: result.item.lineOf([field]), message });
    }
    this.corpus.items.push(result.item);
  }

  private async readFolder(
    directory: string,
    kind: ContentKind,
    given: { topic: string } | null,
  ): Promise<void> {
    const extension = kind === "question" ? ".md" : ".yaml";
    for (const entry of await visibleEntries(directory)) {
      const file = path.join(directory, entry.name);
      if (entry.isDirectory || !entry.name.endsWith(extension)) {
        this.problem(file, `is not a ${kind}: they are ${extension} files directly in this folder`);
      } else {
        await this.readItem(file, kind, given);
      }
    }
  }

  private async readTopic(directory: string, topic: string): Promise<void> {
    const entries = await visibleEntries(directory);
    if (!entries.some((entry) => entry.name === "topic.yaml"))
      this.problem(directory, "has no topic.yaml");
    for (const entry of entries) {
      const file = path.join(directory, entry.name);
      const kind = kindByFolder.get(entry.name);
      if (entry.isDirectory && kind) await this.readFolder(file, kind, { topic });
      else if (entry.name === "topic.yaml") await this.readTopicFile(file, topic);
      else
        this.problem(
          file,
          `is not expected here: a topic has topic.yaml and ${[...kindByFolder.keys()].join(", ")}`,
        );
    }
  }

  /** A folder of lessons has track.yaml and the lessons. */
  private async readTrack(directory: string, track: string): Promise<void> {
    const entries = await visibleEntries(directory);
    if (!entries.some((entry) => entry.name === "track.yaml"))
      this.problem(directory, "has no track.yaml");
    for (const entry of entries) {
      const file = path.join(directory, entry.name);
      if (entry.name === "track.yaml") await this.readTrackFile(file, track);
      else if (!entry.isDirectory && entry.name.endsWith(".md"))
        await this.readItem(file, "lesson", { track });
      else
        this.problem(file, "is not expected here: a track has track.yaml and lessons, .md files");
    }
  }

  private async readTrackFile(file: string, track: string): Promise<void> {
    const name = this.nameOf(file);
    const result = parseTrackFile(name, await readFile(file, "utf8"));
    if (!result.ok) {
      this.corpus.problems.push(...result.problems);
      return;
    }
    if (result.item.payload.id !== track) {
      const message = `must be "${track}", the name of its folder`;
      const line = result.item.lineOf(["id"]);
      this.corpus.problems.push({ file: name, field: "id", line, message });
    }
    this.corpus.tracks.push(result.item);
  }

  /** `lessons` holds tracks and `paths` study paths; any other folder is a topic. */
  private async readTopLevel(directory: string, name: string): Promise<void> {
    if (name === "paths") return this.readFolder(directory, "path", null);
    if (name !== "lessons") return this.readTopic(directory, name);
    for (const entry of await visibleEntries(directory)) {
      const file = path.join(directory, entry.name);
      if (entry.isDirectory) await this.readTrack(file, entry.name);
      else this.problem(file, "is not expected here: lessons stand in a folder for each track");
    }
  }

  private async readTopicFile(file: string, topic: string): Promise<void> {
    const result = parseTopicFile(this.nameOf(file), await readFile(file, "utf8"));
    if (!result.ok) {
      this.corpus.problems.push(...result.problems);
      return;
    }
    if (result.item.payload.id !== topic) {
      const message = `must be "${topic}", the name of its folder`;
      this.corpus.problems.push({
        file: this.nameOf(file),
        field: "id",
        line: result.item.lineOf(["id"]),
        message,
      });
    }
    this.corpus.topics.push(result.item);
  }

  /** One word a line; `#` begins a comment. */
  private async readWords(file: string): Promise<void> {
    const lines = (await readFile(file, "utf8")).split("\n");
    this.corpus.words.push(...lines.map((line) => line.replace(/#.*/, "").trim()).filter(Boolean));
  }

  async read(): Promise<Corpus> {
    for (const entry of await visibleEntries(this.root)) {
      const file = path.join(this.root, entry.name);
      if (entry.isDirectory) await this.readTopLevel(file, entry.name);
      else if (entry.name === "words.txt") await this.readWords(file);
      else this.problem(file, "is not expected here: content stands in a folder for each topic");
    }
    this.corpus.problems.sort(compareProblems);
    return this.corpus;
  }
}

/** Reads every content file under `directory`, in a stable order. */
export function readCorpus(directory: string): Promise<Corpus> {
  return new CorpusReader(directory).read();
}
