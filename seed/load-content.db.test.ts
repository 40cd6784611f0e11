import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pool } from "#lib/db.ts";
import {
  CorpusDirectory,
  comparisonFile,
  decisionFile,
  mythFile,
  questionFile,
} from "#seed/corpus-fixture.ts";
import { ContentError } from "#seed/load-content.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

let corpus: CorpusDirectory;

beforeEach(async () => {
  // Reviews keep cards from being deleted, so they go first.
  await pool().query(
    "DELETE FROM review_events; DELETE FROM users; DELETE FROM organizations; DELETE FROM search_words",
  );
  corpus = await CorpusDirectory.create();
});

afterEach(() => corpus.dispose());

const load = () => corpus.load(pool());

async function rows(sql: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  return (await pool().query<Record<string, unknown>>({ text: sql, values })).rows;
}

/** Everything that a load may write, with the ids, as one comparable value. */
async function snapshot(): Promise<unknown> {
  const tables = [
    "organizations",
    "banks",
    "topics",
    "content_items",
    "content_versions",
    "cards",
    "search_parts",
    "search_words",
  ];
  return Promise.all(
    tables.map((table) => rows(`SELECT t.*, t.xmin FROM ${table} t ORDER BY 1, 2`)),
  );
}

async function cardIds(): Promise<Map<string, unknown>> {
  const cards = await rows(
    "SELECT i.external_id || ':' || c.key AS name, c.id FROM cards c JOIN content_items i ON i.id = c.item_id",
  );
  return new Map(cards.map((card) => [String(card["name"]), card["id"]]));
}

async function versions(externalId: string): Promise<Record<string, unknown>[]> {
  return rows(
    `SELECT v.number, v.change, v.id = i.current_version_id AS current FROM content_versions v
       JOIN content_items i ON i.id = v.item_id WHERE i.external_id = $1 ORDER BY v.number`,
    externalId,
  );
}

describe("loading content", () => {
  it("writes everything from empty, into the public bank of the organization", async () => {
    expect(await load()).toEqual({ added: 4, newVersions: 0, unchanged: 0, retired: 0 });
    expect(
      await rows(
        "SELECT o.slug, b.visibility FROM banks b JOIN organizations o ON o.id = b.org_id",
      ),
    ).toEqual([{ slug: "whetstone", visibility: "public" }]);
    expect(
      await rows(
        "SELECT count(*)::int AS cards, count(DISTINCT position)::int AS positions FROM cards",
      ),
    ).toEqual([{ cards: 3 + 16 + 1 + 1, positions: 21 }]);
    expect(
      await rows("SELECT tags, number, level FROM content_items WHERE external_id = 'sample-1'"),
    ).toEqual([{ tags: ["kernel", "isolation-level"], number: 1, level: "senior" }]);
    expect(await versions("sample-1")).toEqual([{ number: 1, change: "material", current: true }]);
  });

  it("changes not one row when nothing changed", async () => {
    await load();
    const before = await snapshot();
    expect(await load()).toEqual({ added: 0, newVersions: 0, unchanged: 4, retired: 0 });
    expect(await snapshot()).toEqual(before);
  });

  it("makes a version of what changed, and keeps the ids of its cards", async () => {
    await load();
    const before = await cardIds();
    await corpus.write("myths/hidden.yaml", mythFile({ reality: "There is one kernel for all." }));
    await corpus.write(
      "questions/renamed.md",
      questionFile({ title: "Another title", slug: "1-another-slug" }),
    );
    await corpus.remove("questions/1-namespaces.md");
    expect(await load()).toEqual({ added: 0, newVersions: 2, unchanged: 2, retired: 0 });
    expect(await cardIds()).toEqual(before);
    expect(await versions("myth-hidden")).toEqual([
      { number: 1, change: "material", current: false },
      { number: 2, change: "material", current: true },
    ]);
    expect((await versions("sample-1"))[1]).toEqual({
      number: 2,
      change: "editorial",
      current: true,
    });
    expect(
      await rows(
        "SELECT body FROM search_parts WHERE body LIKE '%one kernel for all%' AND part = 1",
      ),
    ).toHaveLength(1);
    expect(await rows("SELECT word FROM search_words WHERE word = 'everybody'")).toEqual([]);
  });

  it("lets two items swap their slugs", async () => {
    await corpus.write("myths/other.yaml", mythFile({ id: "myth-other", slug: "other" }));
    await load();
    await corpus.write("myths/other.yaml", mythFile({ id: "myth-other", slug: "hidden-is-safe" }));
    await corpus.write("myths/hidden.yaml", mythFile({ slug: "other" }));
    expect((await load()).newVersions).toBe(2);
  });

  it("retires what has no file, frees its slug, and takes it back", async () => {
    await load();
    const before = await cardIds();
    await corpus.remove("myths/hidden.yaml");
    await corpus.write("myths/successor.yaml", mythFile({ id: "myth-successor" }));
    expect(await load()).toEqual({ added: 1, newVersions: 0, unchanged: 3, retired: 1 });
    const state =
      "SELECT i.status, c.retired_at IS NOT NULL AS retired FROM content_items i JOIN cards c ON c.item_id = i.id WHERE i.external_id = 'myth-hidden'";
    expect(await rows(state)).toEqual([{ status: "retired", retired: true }]);
    expect((await load()).retired).toBe(0);

    await corpus.remove("myths/successor.yaml");
    await corpus.write("myths/hidden.yaml", mythFile());
    expect(await load()).toEqual({ added: 1, newVersions: 0, unchanged: 3, retired: 1 });
    expect(await rows(state)).toEqual([{ status: "published", retired: false }]);
    expect((await cardIds()).get("myth-hidden:")).toBe(before.get("myth-hidden:"));
    expect(await versions("myth-hidden")).toHaveLength(1);
  });

  it("retires the card of a fact that is gone, and only that", async () => {
    await load();
    const without = comparisonFile().replaceAll("aspect-7", "aspect-new");
    await corpus.write("comparisons/left-right.yaml", without);
    expect((await load()).newVersions).toBe(1);
    expect(await rows("SELECT key FROM cards WHERE retired_at IS NOT NULL ORDER BY key")).toEqual([
      { key: "aspect-7/left" },
      { key: "aspect-7/right" },
    ]);
  });

  it("never touches anybody's progress", async () => {
    await load();
    const user = "00000000-0000-7000-8000-000000000001";
    const card = (await cardIds()).get("myth-hidden:");
    await pool().query({ text: "INSERT INTO users (id) VALUES ($1)", values: [user] });
    await pool().query({
      text: `INSERT INTO review_events (user_id, id, card_id, kind, grade, reviewed_at, received_at, day, desired_retention, digest)
             VALUES ($1, gen_random_uuid(), $2, 'review', 3, now(), now(), 20000, 0.9, '\\x00')`,
      values: [user, card],
    });
    await pool().query({
      text: `INSERT INTO card_states (user_id, card_id, phase, step, interval_days, reps, lapses, folded_at, folded_id)
             VALUES ($1, $2, 'review', 0, 3, 1, 0, now(), gen_random_uuid())`,
      values: [user, card],
    });
    const progress = async () => [
      await rows("SELECT *, xmin FROM card_states"),
      await rows("SELECT *, xmin FROM review_events"),
    ];
    const before = await progress();
    await corpus.write("myths/hidden.yaml", mythFile({ reality: "Quite another thing." }));
    await load();
    await corpus.remove("myths/hidden.yaml");
    await load();
    expect(await progress()).toEqual(before);
  });

  it("refuses files that do not fit, naming each, and writes nothing", async () => {
    await corpus.write("myths/hidden.yaml", mythFile().replace("level: senior", "level: expert"));
    await corpus.write("decisions/again.yaml", decisionFile());
    const failure = await load().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ContentError);
    expect(String(failure)).toMatch(/myths\/hidden\.yaml:5 level: /);
    expect(String(failure)).toMatch(/id: is already taken by /);
    expect(await rows("SELECT * FROM organizations")).toEqual([]);
  });

  it("refuses an id that changes its kind", async () => {
    await load();
    await corpus.write("myths/hidden.yaml", mythFile({ id: "decision-sharing" }));
    await corpus.remove("decisions/sharing.yaml");
    await expect(load()).rejects.toThrow('The id "decision-sharing" belongs to a decision');
  });

  it("can run twice at once", async () => {
    const reports = await Promise.all([load(), load(), load()]);
    expect(reports.map(({ added }) => added).sort()).toEqual([0, 0, 4]);
  });
});
