import { findSyntaxProblem, isKnownLanguage } from "#lib/content/checks/parse-code.ts";
import { codeBlocksOf, problemWithin, proseOf } from "#lib/content/checks/texts.ts";
import { type FileProblem, type Positioned, problemAt } from "#lib/content/files/problem.ts";
import type { ContentPayload } from "#lib/content/schema.ts";

interface Sample {
  language: string;
  code: string;
  /** @param line within the sample, from 1 */
  problem: (line: number, message: string) => FileProblem;
}

function samplesOf(item: Positioned<ContentPayload>): Sample[] {
  const { payload } = item;
  const inText = proseOf(payload).flatMap((prose) =>
    codeBlocksOf(prose).flatMap(({ lang, value, position }) => {
      if (!lang) return [];
      const start = position?.start.offset ?? 0;
      const problem = (line: number, message: string) => {
        const { line: fence, ...rest } = problemWithin(item, prose, start, message);
        return { ...rest, line: fence + line };
      };
      return [{ language: lang, code: value, problem }];
    }),
  );
  if (payload.kind !== "question" || payload.code.kind === "none") return inText;
  const { language, code } = payload.code;
  const own: Sample = {
    language,
    code,
    problem: (line, message) => problemAt(item, ["code"], `line ${line} of the sample: ${message}`),
  };
  return [...inText, own];
}

async function checkSample({ language, code, problem }: Sample): Promise<FileProblem[]> {
  if (!isKnownLanguage(language)) {
    return [
      problem(1, `"${language}" is not a language that the checker knows; see docs/content.md`),
    ];
  }
  const found = await findSyntaxProblem(language, code);
  return found ? [problem(found.line, `does not parse as ${language}: ${found.message}`)] : [];
}

/** Every block of code parses, by its language's own parser where there is one. */
export async function checkCode(
  items: readonly Positioned<ContentPayload>[],
): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  for (const sample of items.flatMap(samplesOf)) problems.push(...(await checkSample(sample)));
  return problems;
}
