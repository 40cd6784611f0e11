import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  cleanQuery,
  matchEnd,
  matchStart,
  segmentsOf,
  withCorrections,
  wordsOfQuery,
} from "#lib/search/search-text.ts";

describe("cleanQuery", () => {
  it("keeps operators and drops what no one can see", () => {
    expect(cleanQuery('  "build cache"\0\n -kaniko OR  q44 ')).toBe('"build cache" -kaniko OR q44');
    expect(Array.from(cleanQuery("é🐳".repeat(5000)))).toHaveLength(200);
  });

  it("always gives text that a database takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (query) => {
        const cleaned = cleanQuery(query);
        expect(cleaned).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(Array.from(cleaned).length).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe("words of a query", () => {
  it("are those that are asked for", () => {
    expect(wordsOfQuery('Docker "Build cache" -kaniko or start-up docker')).toEqual([
      "docker",
      "build",
      "cache",
      "start",
      "up",
    ]);
  });

  it("are mended in place", () => {
    expect(withCorrections('"Biuld cache" -kaniko', [{ from: "biuld", to: "build" }])).toBe(
      '"build cache" -kaniko',
    );
  });
});

describe("segmentsOf", () => {
  it("cuts at the marks and leaves the text as it is", () => {
    expect(segmentsOf(`a <b> ${matchStart}kernel${matchEnd} of`)).toEqual([
      { text: "a <b> ", isMatch: false },
      { text: "kernel", isMatch: true },
      { text: " of", isMatch: false },
    ]);
    expect(segmentsOf("")).toEqual([]);
  });
});
