import { randomBytes } from "node:crypto";
import { join } from "node:path";
import pg from "pg";
import { buildWhenStale } from "#scripts/setup/build.ts";
import { findOrInstallChromium } from "#scripts/setup/chromium.ts";
import { fillDatabase } from "#scripts/setup/content.ts";
import { acquireEmbeddedDatabase } from "#scripts/setup/embedded-postgres.ts";
import { generateClient } from "#scripts/setup/generate.ts";
import { migrate } from "#scripts/setup/migrate.ts";
import { dataDirectory, root } from "#scripts/setup/paths.ts";
import { freePort } from "#scripts/setup/postgres-cluster.ts";
import { main, SetupError, step } from "#scripts/setup/progress.ts";
import { runTool, startTool } from "#scripts/setup/run-tool.ts";
import { startWebServer } from "#scripts/setup/web-server.ts";

/** A database of its own, durable like the one with people's data, on the embedded PostgreSQL. */
async function openBenchDatabase() {
  const embedded = await acquireEmbeddedDatabase({
    home: join(dataDirectory, "bench"),
    task: "bench",
  });
  const name = "whetstone_bench";
  const admin = new pg.Client({ connectionString: embedded.url });
  await admin.connect();
  await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(embedded.url);
  url.pathname = `/${name}`;
  const superUrl = new URL(embedded.adminUrl);
  superUrl.pathname = `/${name}`;
  return { url: url.href, adminUrl: superUrl.href, release: embedded.release };
}

async function startBareServer(): Promise<{ url: string; stop: () => void }> {
  const folder = join(root, "bench/bare");
  step("Building the bare route to measure against");
  const { code, output } = await runTool("next/dist/bin/next", ["build", folder], {
    output: "collect",
  });
  if (code !== 0) throw new SetupError("The bare route could not be built", output);
  const port = await freePort();
  const child = startTool("next/dist/bin/next", ["start", folder, "--port", String(port)], {
    output: "collect",
    env: { NODE_ENV: "production" },
  });
  const url = `http://localhost:${port}/echo`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const body = JSON.stringify({ events: [] });
    const isUp = await fetch(url, { method: "POST", body }).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return { url, stop: () => child.kill() };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new SetupError("The bare route does not answer", "Run it again");
}

async function run(): Promise<number> {
  await generateClient();
  const database = await openBenchDatabase();
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  const env = {
    DATABASE_URL: database.url,
    AUTH_SECRET: randomBytes(33).toString("base64url"),
    NEXTAUTH_URL: baseUrl,
    LOG_LEVEL: "error",
    NODE_ENV: "production",
  };
  Object.assign(process.env, env);
  const [{ benchReviews }, { benchDueQueue }, { benchWeb }, { populate }] = await Promise.all([
    import("#bench/reviews.ts"),
    import("#bench/due-queue.ts"),
    import("#bench/web.ts"),
    import("#bench/population.ts"),
  ]);
  const pool = new pg.Pool({ connectionString: database.adminUrl, max: 10 });
  try {
    await migrate(database.url);
    await fillDatabase(database.url, { demo: false });
    await buildWhenStale();
    const bare = await startBareServer();
    const server = await startWebServer({ mode: "start", port, env, output: "collect" });
    try {
      const population = await populate(pool, env.AUTH_SECRET, 64);
      step("Measuring the page");
      const web = await benchWeb(baseUrl, await findOrInstallChromium());
      step("Measuring reviews a second");
      const reviews = await benchReviews(
        { reviews: `${baseUrl}/api/reviews`, bare: bare.url },
        population,
        pool,
      );
      step("Measuring the due queue with 1,000 and 1,000,000 events");
      const dueQueue = await benchDueQueue(population, pool);
      process.stdout.write(`${JSON.stringify({ reviews, dueQueue, web }, null, 2)}\n`);
    } finally {
      bare.stop();
      await server.stop();
    }
  } finally {
    await pool.end();
    const { closeDatabase } = await import("#lib/db.ts");
    await closeDatabase();
    await database.release();
  }
  return 0;
}

await main(run);
