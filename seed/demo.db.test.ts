import { beforeAll, expect, test } from "vitest";
import { verifyPassword } from "#lib/accounts/passwords.ts";
import { pool } from "#lib/db.ts";
import { getProgress } from "#lib/progress/get-progress.ts";
import { listCards } from "#lib/progress/list-cards.ts";
import { cardFilterSchema } from "#lib/progress/schema.ts";
import { countDue } from "#lib/reviews/due-cards.ts";
import { demoAccount, ensureDemo } from "#seed/demo.ts";
import { loadContent } from "#seed/load-content.ts";
import { testDatabase } from "#seed/test-database.ts";

testDatabase();

const now = new Date(Date.UTC(2026, 2, 10, 9));
const options = { now, timeZone: "Europe/Berlin" };

interface DemoRow {
  id: string;
  password_hash: string;
}

async function findDemo() {
  const { rows } = await pool().query<DemoRow>({
    text: "SELECT id, password_hash FROM users WHERE email = $1",
    values: [demoAccount.email],
  });
  return rows;
}

beforeAll(async () => {
  await loadContent(pool());
  expect(await ensureDemo(pool(), options)).toEqual({ created: true });
});

test("is made once, and can sign in", async () => {
  expect(await ensureDemo(pool(), options)).toEqual({ created: false });
  const [demo, ...others] = await findDemo();
  expect(others).toEqual([]);
  expect(await verifyPassword(demo?.password_hash ?? null, demoAccount.password)).toBe(true);
});

test("its history is believable: weeks of it, recalled about as well as wanted, and work left for today", async () => {
  const [demo] = await findDemo();
  const actor = { userId: demo?.id ?? "", sessionId: demo?.id ?? "", isGuest: false };
  const { days, retention, topics, calibration, today } = await getProgress(actor, now);
  expect(days.length).toBeGreaterThan(40);
  expect(days.at(-1)?.day).toBe(today - 1);
  const tested = retention.reduce((sum, { count }) => sum + count, 0);
  const passed = retention.reduce((sum, { count, share }) => sum + count * share, 0);
  expect(tested).toBeGreaterThan(300);
  expect(passed / tested).toBeGreaterThan(0.8);
  expect(passed / tested).toBeLessThan(0.97);
  expect(calibration.bins.length).toBeGreaterThan(3);
  expect(topics[0]?.started).toBeGreaterThan(topics[0]?.notStarted ?? 0);
  expect((await countDue(actor, now)).due).toBeGreaterThan(5);
  const leeches = await listCards(actor, cardFilterSchema.parse({ show: "leech" }), now);
  expect(leeches.rows.some(({ suspended }) => suspended)).toBe(true);
});

test("a half made account is made anew", async () => {
  await pool().query({
    text: "UPDATE users SET email = NULL WHERE email = $1",
    values: [demoAccount.email],
  });
  expect(await ensureDemo(pool(), options)).toEqual({ created: true });
  expect(await findDemo()).toHaveLength(1);
});
