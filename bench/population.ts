import { encode } from "next-auth/jwt";
import type pg from "pg";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { sessionCookieName } from "#lib/session.ts";

/** Somebody who reviews in a benchmark. */
export interface BenchUser {
  userId: string;
  /** A Cookie header that signs in. */
  cookie: string;
}

export interface Population {
  users: BenchUser[];
  cardIds: string[];
}

/** Makes users with sessions. The content must be loaded. */
export async function populate(pool: pg.Pool, secret: string, count: number): Promise<Population> {
  const users: BenchUser[] = [];
  const iat0 = Math.floor(Date.now() / 1000);
  for (let index = 0; index < count; index += 1) {
    const [userId, sid] = [uuidv7(), uuidv7()];
    await pool.query("INSERT INTO users (id) VALUES ($1)", [userId]);
    await pool.query("INSERT INTO study_settings (user_id, weights) VALUES ($1, '{}')", [userId]);
    await pool.query("INSERT INTO study_clocks (user_id) VALUES ($1)", [userId]);
    await pool.query(
      "INSERT INTO user_sessions (user_id, id, user_agent, expires_at) VALUES ($1, $2, 'bench', now() + interval '1 day')",
      [userId, sid],
    );
    const token = await encode({ token: { sub: userId, sid, sv: 0, iat0 }, secret });
    users.push({ userId, cookie: `${sessionCookieName()}=${token}` });
  }
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM cards ORDER BY position");
  return { users, cardIds: rows.map(({ id }) => id) };
}

/** A review as a client sends it. Cards go round, so that a card is seldom reviewed twice in a moment. */
export function makeEvent(cardIds: readonly string[], turn: number) {
  return {
    id: uuidv4(),
    cardId: cardIds[turn % cardIds.length] ?? "",
    grade: 1 + (turn % 4),
    reviewedAt: new Date().toISOString(),
    durationMs: 5000,
  };
}
