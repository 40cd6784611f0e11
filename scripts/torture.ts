import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { buildWhenStale } from "#scripts/setup/build.ts";
import { fillDatabase } from "#scripts/setup/content.ts";
import { generateClient } from "#scripts/setup/generate.ts";
import { migrate } from "#scripts/setup/migrate.ts";
import { dataDirectory } from "#scripts/setup/paths.ts";
import { freePort } from "#scripts/setup/postgres-cluster.ts";
import { main, step } from "#scripts/setup/progress.ts";
import { DatabaseVictim, WebVictim } from "#scripts/torture/victims.ts";
import { type Person, type Promised, type Tally, Writer } from "#scripts/torture/writer.ts";

/*
 * node scripts/run.mjs torture [kills]
 * Eight devices of four people practise while the database and the server are killed with kill -9 in
 * turn (20 times unless told). Afterwards nothing that was acknowledged may be lost, nothing may be
 * there twice, and every state has to be what its events give. Prints what it found as JSON, and exits
 * 1 when that is not so. It has a database of its own, in .data/torture.
 */

const kills = Number(process.argv[2] ?? "20");
const people = 4;
const devicesEach = 2;
const cardsPractised = 12;

interface Device {
  person: Person;
  /** Shared by all devices of the person. */
  promised: Promised;
}

/** Becomes a guest the way a browser does. */
async function becomeGuest(url: string): Promise<Person> {
  const csrf = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const cookiesOf = (response: Response) =>
    response.headers.getSetCookie().map((line) => line.split(";")[0] ?? "");
  const response = await fetch(`${url}/api/auth/callback/guest`, {
    method: "POST",
    headers: { cookie: cookiesOf(csrf).join("; ") },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  const cookie = cookiesOf(response).join("; ");
  const due = await fetch(`${url}/api/cards/due`, { headers: { cookie } });
  const { userId } = (await due.json()) as { userId: string };
  return { userId, cookie };
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const summary = (times: readonly number[]) => {
  const sorted = times.toSorted((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)] ?? null, longest: sorted.at(-1) ?? null };
};

async function killInTurn(database: DatabaseVictim, web: WebVictim, tally: Tally) {
  const backAfterMs = { database: [] as number[], server: [] as number[] };
  for (let count = 1; count <= kills; count += 1) {
    const [name, victim] =
      count % 2 === 1 ? (["database", database] as const) : (["server", web] as const);
    const before = tally.answered;
    // Something has to be under way when it comes.
    while (tally.answered < before + 20) await sleep(20);
    await sleep(Math.random() * 1000);
    const start = performance.now();
    await victim.killAndRestart();
    backAfterMs[name].push(Math.round(performance.now() - start));
    step(
      `Killed the ${name} (${count} of ${kills}); back after ${backAfterMs[name].at(-1) ?? 0} ms`,
    );
  }
  return { database: summary(backAfterMs.database), server: summary(backAfterMs.server) };
}

/** What is told in the end, about the database and the promises that were made. */
async function report(
  addresses: { url: string; adminUrl: string },
  devices: readonly Device[],
  tally: Tally,
) {
  // It stands on the generated client, which is not there when this module is loaded for the first time.
  const { verify } = await import("#scripts/torture/verify.ts");
  const promisedTo = new Map(devices.map(({ person, promised }) => [person.userId, promised]));
  const verdicts = await withClient(addresses.url, async (client) => {
    const found = [];
    for (const [userId, promised] of promisedTo) found.push(await verify(client, userId, promised));
    return found;
  });
  const fsync = await withClient(addresses.adminUrl, (client) =>
    client.query<{ fsync: string }>("SHOW fsync"),
  );
  const total = (name: keyof (typeof verdicts)[number]) =>
    verdicts.reduce((sum, verdict) => sum + verdict[name], 0);
  const acknowledged = [...promisedTo.values()].map((promised) => promised.acknowledged.size);
  return {
    ...{ kills, devices: devices.length, fsync: fsync.rows[0]?.fsync },
    ...{ requestsAnswered: tally.answered, failures: tally.failures },
    acknowledged: acknowledged.reduce((sum, count) => sum + count, 0),
    answeredAsDuplicate: tally.duplicates,
    ...{ stored: total("stored"), lost: total("lost"), doubled: total("doubled") },
    ...{ neverSent: total("neverSent"), states: total("states") },
    ...{ statesOff: total("statesOff"), notesOff: total("notesOff") },
    wrongAnswers: tally.wrong.slice(0, 10),
  };
}

async function makeDevices(url: string): Promise<Device[]> {
  const owners = await Promise.all(Array.from({ length: people }, () => becomeGuest(url)));
  return owners.flatMap((person) => {
    const promised: Promised = { sent: new Set(), acknowledged: new Set() };
    return Array.from({ length: devicesEach }, () => ({ person, promised }));
  });
}

async function practiseAndKill(
  url: string,
  database: DatabaseVictim,
  web: WebVictim,
  databaseUrl: string,
) {
  const cards = await withClient(databaseUrl, (client) =>
    client.query<{ id: string }>(`SELECT id FROM cards ORDER BY position LIMIT ${cardsPractised}`),
  );
  const cardIds = cards.rows.map(({ id }) => id);
  const devices = await makeDevices(url);
  const tally: Tally = { answered: 0, duplicates: 0, failures: {}, wrong: [] };
  let goesOn = true;
  const practising = devices.map(({ person, promised }) =>
    new Writer(url, person, promised, tally).practise(cardIds, () => goesOn),
  );
  step(`${devices.length} devices of ${people} people practise on ${cardIds.length} cards`);
  const backAfterMs = await killInTurn(database, web, tally);
  goesOn = false;
  await Promise.all(practising);
  return { devices, tally, backAfterMs };
}

async function torture(): Promise<number> {
  await generateClient();
  await buildWhenStale();
  const port = await freePort(Number(process.env["PORT"]) || undefined);
  const url = `http://localhost:${port}`;
  const database = new DatabaseVictim(join(dataDirectory, "torture"), port);
  const { release, ...addresses } = await database.start();
  const secret = randomBytes(33).toString("base64url");
  const env = { DATABASE_URL: addresses.url, AUTH_SECRET: secret, NEXTAUTH_URL: url };
  const web = new WebVictim(port, env);
  try {
    Object.assign(process.env, env);
    await migrate(addresses.url);
    await fillDatabase(addresses.url, { demo: false });
    await web.start();
    const { devices, tally, backAfterMs } = await practiseAndKill(
      url,
      database,
      web,
      addresses.url,
    );
    const found = { ...(await report(addresses, devices, tally)), backAfterMs };
    process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    const { lost, doubled, neverSent, statesOff, notesOff } = found;
    return lost + doubled + neverSent + statesOff + notesOff + tally.wrong.length > 0 ? 1 : 0;
  } finally {
    await web.kill();
    await release();
  }
}

await main(torture);
// Devices that were cut off by a failure would try for ever.
process.exit();
