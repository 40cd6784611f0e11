import { runChecks } from "#scripts/setup/checks.ts";
import { generateClient } from "#scripts/setup/generate.ts";
import { sum } from "#scripts/setup/outcome.ts";
import { main } from "#scripts/setup/progress.ts";
import { listenForTheEnd, orStopped } from "#scripts/setup/the-end.ts";
import { runVitest } from "#scripts/setup/vitest.ts";

async function check(): Promise<number> {
  await generateClient();
  const { passed, failed } = sum([
    await runChecks({ content: false }),
    await runVitest("unit", {}),
  ]);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed > 0 ? 1 : 0;
}

await main(() => orStopped(Promise.race([check(), listenForTheEnd()]), 130));
