import { runBrowserTests } from "#scripts/setup/browser-tests.ts";
import { buildWhenStale } from "#scripts/setup/build.ts";
import { generateClient } from "#scripts/setup/generate.ts";
import { main } from "#scripts/setup/progress.ts";
import { acquireTestDatabase } from "#scripts/setup/test-database.ts";
import { listenForTheEnd, orStopped } from "#scripts/setup/the-end.ts";

// node scripts/run.mjs browser-tests reading review-flow
async function run(stopping: Promise<never>): Promise<number> {
  await generateClient();
  const database = await acquireTestDatabase("browser-tests");
  try {
    await buildWhenStale();
    const outcome = runBrowserTests(database, process.argv.slice(2));
    const { passed, failed } = await Promise.race([outcome, stopping]);
    process.stdout.write(`${passed} passed, ${failed} failed\n`);
    return failed > 0 ? 1 : 0;
  } finally {
    await database.release();
  }
}

await main(() => orStopped(run(listenForTheEnd()), 130));
