import { randomBytes } from "node:crypto";
import { runBrowserTests } from "#scripts/setup/browser-tests.ts";
import { buildWhenStale } from "#scripts/setup/build.ts";
import { runChecks } from "#scripts/setup/checks.ts";
import { generateClient } from "#scripts/setup/generate.ts";
import { nothing, type Outcome, seconds, single, sum } from "#scripts/setup/outcome.ts";
import { fail, main, SetupError, step } from "#scripts/setup/progress.ts";
import { acquireTestDatabase, type TestDatabase } from "#scripts/setup/test-database.ts";
import { listenForTheEnd, orStopped } from "#scripts/setup/the-end.ts";
import { runVitest } from "#scripts/setup/vitest.ts";

const timings: string[] = [];

/** Settings of the person who runs the tests must not reach them: neither their database nor their mail server. */
const settingsOfThePerson = [
  ...[
    "DATABASE_URL",
    "AUTH_SECRET",
    "NEXTAUTH_URL",
    "AUTH_URL",
    "SMTP_URL",
    "MAIL_FROM",
    "MAILBOX_DIR",
    "TRUST_PROXY",
  ],
  ...[
    "GITHUB_ID",
    "GITHUB_SECRET",
    "GOOGLE_ID",
    "GOOGLE_SECRET",
    "WHETSTONE_VERSION",
    "DATABASE_POOL_SIZE",
    "HOST",
  ],
];

/** Runs a stage; when it cannot be run at all it counts as one failure, and the next ones still get their turn. */
async function stage(name: string, work: () => Promise<Outcome>): Promise<Outcome> {
  step(name);
  const start = performance.now();
  const outcome = await work().catch((error: unknown) => {
    fail(error);
    return single(false);
  });
  timings.push(
    `${name}: ${outcome.passed} passed, ${outcome.failed} failed, ${seconds(performance.now() - start)}`,
  );
  return outcome;
}

async function testAll(database: TestDatabase): Promise<Outcome[]> {
  const databaseEnv = {
    TEST_DATABASE_ADMIN_URL: database.adminUrl,
    TEST_TEMPLATE: database.template,
    AUTH_SECRET: randomBytes(33).toString("base64url"),
  };
  const outcomes = [
    await stage("Static checks", () => runChecks({ content: true })),
    await stage("Unit tests", () => runVitest("unit", {})),
    await stage("Database tests", () => runVitest("db", databaseEnv)),
  ];
  const build = await stage("Production build", buildOnce);
  outcomes.push(build);
  const browser = () => (build.failed > 0 ? notBuilt() : runBrowserTests(database));
  return [...outcomes, await stage("Browser tests", browser)];
}

async function buildOnce(): Promise<Outcome> {
  await buildWhenStale();
  return single(true);
}

function notBuilt(): Promise<Outcome> {
  return Promise.reject(
    new SetupError("There is no build to run the browser tests against", "Mend the build first"),
  );
}

async function test(stopping: Promise<never>): Promise<number> {
  for (const name of settingsOfThePerson) Reflect.deleteProperty(process.env, name);
  await generateClient();
  const database = await acquireTestDatabase("test");
  let total = nothing;
  try {
    total = sum(await Promise.race([testAll(database), stopping]));
  } finally {
    await database.release();
  }
  for (const timing of timings) step(timing);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
  return total.failed > 0 ? 1 : 0;
}

await main(() => orStopped(test(listenForTheEnd()), 130));
