import { describe, expect, it } from "vitest";
import { checkSpelling } from "#lib/content/checks/spelling.ts";
import { parseContentFile } from "#lib/content/files/parse-file.ts";
import { formatProblem } from "#lib/content/files/problem.ts";
import { mythFile } from "#seed/corpus-fixture.ts";

async function problemsOf(reality: string, words: string[] = []): Promise<string[]> {
  const parsed = parseContentFile("m", "myth", mythFile({ reality: JSON.stringify(reality) }));
  if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join("\n"));
  const problems = await checkSpelling([parsed.item], words);
  return problems.map(formatProblem);
}

describe("spelling", () => {
  it("knows British English, the terms of the trade, names in code and the project's own words", async () => {
    const text =
      "Behaviour isn't idempotent: Kubernetes' kubelet, `recieve`, maxAge, p99 and EBS’s quux.";
    expect(await problemsOf(text, ["quux"])).toEqual([]);
  });

  it("says where a word is in no dictionary, and what may have been meant", async () => {
    const [problem, ...others] = await problemsOf("The kernel will recieve it.");
    expect(others).toEqual([]);
    expect(problem).toMatch(/^m:\d+ reality: “recieve” is in no dictionary \(receive, /);
  });
});
