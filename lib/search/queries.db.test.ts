import { beforeAll, describe, expect, it } from "vitest";
import { pool } from "#lib/db.ts";
import { searchContent } from "#lib/search/queries.ts";
import { CorpusDirectory, questionFile } from "#seed/corpus-fixture.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

beforeAll(async () => {
  const corpus = await CorpusDirectory.create();
  await corpus.write(
    "questions/44.md",
    questionFile({ number: 44, slug: "44-hypervisors", title: "Hypervisors and café au lait" }),
  );
  await corpus.load(pool());
  await corpus.dispose();
});

const search = (query: string, limit = 10, offset = 0) => searchContent(null, query, limit, offset);
const titles = async (query: string) => (await search(query)).results.map((result) => result.title);

describe("search", () => {
  it("finds words wherever they stand, and leads to the section", async () => {
    const { results, total, corrections } = await search("everybody shares kernels");
    expect(total).toBe(1);
    expect(corrections).toEqual([]);
    expect(results[0]).toMatchObject({
      kind: "myth",
      path: "/topics/sample/myths/hidden-is-safe#reality",
      section: "Reality",
      topic: { slug: "sample", name: "Sample" },
    });
    expect(results[0]?.snippet.filter((part) => part.isMatch).map((part) => part.text)).toContain(
      "everybody",
    );
  });

  it("puts title matches first", async () => {
    expect((await titles("namespace"))[0]).toBe("What a namespace hides");
    expect((await titles("kernel"))[0]).toBe("Sharing a kernel with strangers");
  });

  it.each(["sample q44", "Q44", "q 44", "Sample Q-44", "question 44"])(
    "finds a question by its number: %s",
    async (query) => {
      const { results } = await search(query);
      expect(results.map((result) => result.path)).toEqual(["/topics/sample/44-hypervisors"]);
    },
  );

  it("finds tags and accents", async () => {
    expect((await search("isolation-level")).total).toBe(2);
    expect(await titles("cafe")).toEqual(["Hypervisors and café au lait"]);
    expect(await titles("CAFÉ")).toEqual(["Hypervisors and café au lait"]);
  });

  it("mends typing errors and says so", async () => {
    const { results, corrections } = await search("hypervsiors");
    expect(corrections).toEqual([{ from: "hypervsiors", to: "hypervisors" }]);
    expect(results[0]?.title).toBe("Hypervisors and café au lait");
    expect((await search("straners machien")).corrections).toEqual([
      { from: "straners", to: "strangers" },
      { from: "machien", to: "machine" },
    ]);
  });

  it("leaves alone what is right, excluded or hopeless", async () => {
    expect((await search("strangers -hypervsiors")).corrections).toEqual([]);
    expect(await search("qqqqxxxx")).toEqual({ results: [], total: 0, corrections: [] });
  });

  it("understands phrases and exclusion", async () => {
    expect(await titles('"shared by everybody"')).toEqual(["What is hidden is safe"]);
    expect(await titles('"everybody by shared"')).not.toContain("Left against right");
    expect(await titles("namespace -café")).toEqual(["What a namespace hides"]);
  });

  it("finds what has some of the words when nothing has all", async () => {
    expect(await titles("strangers hypervisors")).toHaveLength(2);
  });

  it("pages through the results", async () => {
    const all = await search("namespace", 50);
    const second = await search("namespace", 1, 1);
    expect(second.total).toBe(all.total);
    expect(second.results).toEqual(all.results.slice(1, 2));
    expect(await search("namespace", 10, 500)).toMatchObject({ results: [], total: all.total });
    expect((await search("namespace", Number.NaN, -5)).results).toHaveLength(1);
  });

  it.each([
    "",
    "   ",
    "\0",
    "'",
    '"',
    "'); DROP TABLE users; --",
    "((( & | ! <-> :*",
    "-",
    "--x",
    "or",
    "%_\\",
    "\uD800",
    "the of and",
    "a".repeat(10_000),
    "word ".repeat(3000),
    "<script>alert(1)</script>",
    "🐳",
    "%s $1 ${x}",
  ])("takes odd input without complaint (%#)", async (query) => {
    const answer = await search(query);
    expect(answer.results.length).toBeLessThanOrEqual(answer.total);
  });

  it("shows only what is published in a public bank", async () => {
    await pool().query("UPDATE content_items SET status = 'draft' WHERE external_id = 'sample-44'");
    expect((await search("hypervisors")).results.map((result) => result.title)).not.toContain(
      "Hypervisors and café au lait",
    );
    await pool().query(
      "UPDATE content_items SET status = 'published'; UPDATE banks SET visibility = 'private'",
    );
    expect((await search("namespace")).total).toBe(0);
    await pool().query("UPDATE banks SET visibility = 'public'");
  });
});
