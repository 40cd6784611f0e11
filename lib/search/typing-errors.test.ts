import { describe, expect, it } from "vitest";
import { editDistance, likeliestWord } from "#lib/search/typing-errors.ts";

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["docker", "docker", 0],
    ["dokcer", "docker", 1],
    ["doker", "docker", 1],
    ["dockerr", "docker", 1],
    ["kitten", "sitting", 3],
    ["", "abc", 3],
    ["ca", "abc", 3],
  ])("%s → %s: %d", (from, to, distance) => {
    expect(editDistance(from, to)).toBe(distance);
  });
});

describe("likeliestWord", () => {
  const candidate = (word: string, similarity = 0.5, frequency = 1) => ({
    word,
    similarity,
    frequency,
  });

  it("prefers fewer slips, then likeness, then what is common", () => {
    expect(likeliestWord("dokcer", [candidate("docked", 0.9), candidate("docker", 0.2)])).toBe(
      "docker",
    );
    expect(likeliestWord("catt", [candidate("cats", 0.3), candidate("cart", 0.6)])).toBe("cart");
    expect(likeliestWord("catt", [candidate("cats", 0.5, 2), candidate("cart", 0.5, 9)])).toBe(
      "cart",
    );
  });

  it("completes a word that was begun, and gives up on nonsense", () => {
    expect(
      likeliestWord("kube", [candidate("kubernetes", 0.4, 3), candidate("kubectl", 0.5, 1)]),
    ).toBe("kubernetes");
    expect(likeliestWord("zzzz", [candidate("docker")])).toBeNull();
    expect(likeliestWord("zzzz", [])).toBeNull();
  });
});
