import type pg from "pg";
import { hashPassword } from "#lib/accounts/passwords.ts";
import { readableItemsSql } from "#lib/content/access.ts";
import { parseEvent } from "#lib/reviews/parse-event.ts";
import { recordReviews } from "#lib/reviews/record-reviews.ts";
import { maxEventsPerBatch } from "#lib/reviews/schema.ts";
import { defaultSettings, type SchedulerSettings } from "#lib/scheduler/parameters.ts";
import { studyDay } from "#lib/scheduler/study-day.ts";
import type { Actor } from "#lib/session.ts";
import { DemoCandidate } from "#seed/demo-simulation.ts";
import type { DemoCard } from "#seed/demo-sitting.ts";

export const demoAccount = {
  email: "demo@whetstone.local",
  password: "whetstone-demo",
  name: "Demo candidate",
} as const;

/** Fixed, so that an account that was left half made can be told from everybody else's. */
const demoUserId = "00000000-0000-7000-8000-00000000d3a0";
const historyDays = 63;
const rungs = ["super-brief", "brief"];
const seed = 44;
/** A number of our own: whoever holds it is making the account. */
const demoLock = 7_140_235;

async function listDemoCards(client: pg.ClientBase): Promise<DemoCard[]> {
  const { rows } = await client.query<
    Omit<DemoCard, "state" | "points"> & { points: string[] | null }
  >(
    `SELECT c.id AS "cardId", item.external_id || ' ' || c.key AS name, c.kind, c.key, c.sibling_group AS "siblingGroup", c.position,
            v.id AS "versionId", ARRAY(SELECT p ->> 'id' FROM jsonb_array_elements(v.payload -> 'mustSay') p) AS points
       FROM cards c
       JOIN content_items item ON item.id = c.item_id
       JOIN banks bank ON bank.id = item.bank_id AND ${readableItemsSql(null)}
       JOIN content_versions v ON v.id = item.current_version_id
      WHERE c.retired_at IS NULL AND (c.kind <> 'question' OR c.key = ANY($1::text[]))
      ORDER BY c.position, c.id`,
    [rungs],
  );
  return rows.map((row) => ({ ...row, points: row.points ?? [], state: null }));
}

/** About three quarters of what there is, over the days on which one practises. */
function newPerDayFor(cards: number): number {
  return Math.min(8, Math.max(1, Math.round((cards * 0.75) / (historyDays * 0.8))));
}

async function insertUser(
  client: pg.ClientBase,
  settings: SchedulerSettings,
  createdAt: Date,
): Promise<Actor> {
  await client.query("DELETE FROM users WHERE id = $1 AND email IS NULL", [demoUserId]);
  await client.query(
    `WITH u AS (INSERT INTO users (id, created_at) VALUES ($1, $2) RETURNING id),
          k AS (INSERT INTO study_clocks (user_id) SELECT id FROM u)
     INSERT INTO study_settings (user_id, time_zone, new_per_day, rungs) SELECT id, $3, $4, $5 FROM u`,
    [demoUserId, createdAt, settings.timeZone, settings.newPerDay, rungs],
  );
  return { userId: demoUserId, sessionId: demoUserId, isGuest: true };
}

/** Sends what one sitting made the way the browser does: in batches, received when it was over. */
async function record(actor: Actor, events: readonly object[], endedAt: number): Promise<void> {
  for (let from = 0; from < events.length; from += maxEventsPerBatch) {
    const batch = events.slice(from, from + maxEventsPerBatch).map(parseEvent);
    const results = await recordReviews(actor, batch, new Date(endedAt + 2000));
    const refused = results.find(({ status }) => status !== "applied");
    if (refused)
      throw new Error(
        `The demo history was not accepted: ${refused.status} ${refused.reason ?? ""}`,
      );
  }
}

async function isThere(client: pg.ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    "SELECT FROM users WHERE email = $1 OR (id = $2 AND email IS NOT NULL)",
    [demoAccount.email, demoUserId],
  );
  return rowCount !== 0;
}

async function make(client: pg.ClientBase, now: Date, timeZone: string): Promise<void> {
  const cards = await listDemoCards(client);
  const settings: SchedulerSettings = {
    ...defaultSettings,
    timeZone,
    newPerDay: newPerDayFor(cards.length),
  };
  const today = studyDay(now, timeZone, settings.dayStartsAtHour);
  const firstDay = today - historyDays;
  const actor = await insertUser(
    client,
    settings,
    new Date(now.getTime() - historyDays * 86_400_000),
  );
  for (const { events, endedAt } of new DemoCandidate(cards, settings, seed).practise(
    firstDay,
    today,
  )) {
    await record(actor, events, endedAt);
  }
  // The address comes last: whoever can sign in finds the whole history.
  await client.query(
    "UPDATE users SET email = $2, email_verified_at = created_at, name = $3, password_hash = $4 WHERE id = $1",
    [demoUserId, demoAccount.email, demoAccount.name, await hashPassword(demoAccount.password)],
  );
}

/**
 * Makes the demo account with a history of nine weeks that ends yesterday, unless it is there. The
 * history goes through `recordReviews`, so the pool must be of the database that the process uses.
 * The content should be loaded before; with fewer cards there is less history. The same day, zone and
 * content give the same history.
 */
export async function ensureDemo(
  pool: pg.Pool,
  {
    now = new Date(),
    timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone,
  }: { now?: Date; timeZone?: string } = {},
): Promise<{ created: boolean }> {
  const client = await pool.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [demoLock]);
    if (await isThere(client)) return { created: false };
    await make(client, now, timeZone);
    return { created: true };
  } finally {
    await client.query("SELECT pg_advisory_unlock($1)", [demoLock]).catch(() => undefined);
    client.release();
  }
}
