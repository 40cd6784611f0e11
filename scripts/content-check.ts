import path from "node:path";
import { type CorpusReport, checkCorpus } from "#lib/content/check-corpus.ts";
import { formatProblem } from "#lib/content/files/problem.ts";
import { readCorpus } from "#lib/content/files/read-corpus.ts";

/*
 * npm run content:check [-- --json] [directory]
 * Says what is wrong with the content files; exits 1 when something is.
 */

function printReport(report: CorpusReport): void {
  for (const problem of report.errors) console.log(formatProblem(problem));
  if (report.errors.length > 0) console.log("");
  for (const [topic, questions] of Object.entries(report.topics))
    console.log(`${topic}: ${questions} questions`);
  console.log(
    `${report.questions} questions, ${report.comparisons} comparisons with ${report.facts} facts ` +
      `(${report.contested} contested), ${report.myths} myths, ${report.decisions} decisions`,
  );
  const files = new Set(report.errors.map((problem) => problem.file)).size;
  console.log(
    report.errors.length === 0 ? "No errors." : `${report.errors.length} errors in ${files} files.`,
  );
}

const given = process.argv.slice(2);
const directory =
  given.find((argument) => !argument.startsWith("--")) ?? path.join(process.cwd(), "seed/content");
const report = await checkCorpus(await readCorpus(directory));
if (given.includes("--json")) console.log(JSON.stringify(report));
else printReport(report);
process.exitCode = report.errors.length === 0 ? 0 : 1;
