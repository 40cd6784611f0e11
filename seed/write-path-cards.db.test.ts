import { afterEach, beforeEach, expect, test } from "vitest";
import { pool } from "#lib/db.ts";
import { CorpusDirectory, mythFile, pathFile } from "#seed/corpus-fixture.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

let corpus: CorpusDirectory;
beforeEach(async () => {
  await pool().query("DELETE FROM organizations");
  corpus = await CorpusDirectory.create();
  await corpus.writePath(pathFile());
});
afterEach(() => corpus.dispose());

const load = () => corpus.load(pool());

/** The path's cards in its order, as "week item key". */
async function order(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT trim(p.week || ' ' || i.external_id || ' ' || c.key) AS name
       FROM path_cards p JOIN cards c ON c.id = p.card_id JOIN content_items i ON i.id = c.item_id
      ORDER BY p.position`,
  );
  return rows.map(({ name }) => name);
}

async function rowVersions(): Promise<object[]> {
  const { rows } = await pool().query<object>(
    "SELECT p.*, p.xmin FROM path_cards p ORDER BY position",
  );
  return rows;
}

test("a load writes the order in which a path introduces its cards, items that are not there left out", async () => {
  await load();
  const cards = await order();
  expect(cards).toHaveLength(1 + 3 + 16 + 1);
  expect(cards.slice(0, 6)).toEqual([
    "1 sample-1 super-brief",
    "1 sample-1 brief",
    "1 sample-1 detailed",
    "1 decision-sharing",
    "2 left-right aspect-0/left",
    "2 myth-hidden",
  ]);
});

test("loading again changes not one row, a changed file only what it says", async () => {
  await load();
  const before = await rowVersions();
  await load();
  expect(await rowVersions()).toEqual(before);
  await corpus.writePath(
    pathFile({
      weeks: [
        ["myth-hidden", "gone-1", "gone-2"],
        ["sample-1", "gone-3", "gone-4"],
      ],
    }),
  );
  expect((await load()).newVersions).toBe(1);
  expect(await order()).toEqual([
    "1 myth-hidden",
    "2 sample-1 super-brief",
    "2 sample-1 brief",
    "2 sample-1 detailed",
  ]);
});

test("an item that comes later takes its place, one that goes leaves it", async () => {
  await load();
  const without = await order();
  await corpus.write("myths/gone.yaml", mythFile({ id: "gone-1", slug: "gone" }));
  await load();
  expect(await order()).toContain("1 gone-1");
  await corpus.remove("myths/gone.yaml");
  await load();
  expect(await order()).toEqual(without);
});

test("a path that is gone has no cards", async () => {
  await load();
  await corpus.removePath();
  expect((await load()).retired).toBe(1);
  expect(await order()).toEqual([]);
});
