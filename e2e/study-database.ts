import pg from "pg";
import type { Wait } from "#lib/scheduler/preview.ts";

export interface StoredEvent {
  id: string;
  cardId: string;
  kind: string;
  grade: number | null;
  ticks: string[] | null;
  hintsUsed: number;
  isUndone: boolean;
}

export interface StoredState {
  phase: string;
  intervalDays: number;
  dueAt: Date | null;
  dueDay: number | null;
  lastReviewedAt: Date | null;
  lapses: number;
  reps: number;
  suspended: boolean;
  buriedUntilDay: number | null;
  marked: boolean;
}

/** What the server under test has really stored. */
export class StudyDatabase {
  private constructor(private readonly pool: pg.Pool) {}

  static open(): StudyDatabase {
    const { DATABASE_URL } = process.env;
    if (!DATABASE_URL)
      throw new Error("DATABASE_URL has to name the database of the server under test.");
    return new StudyDatabase(new pg.Pool({ connectionString: DATABASE_URL, max: 2 }));
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  /** Everything that a person's cards went through, in order. */
  async events(userId: string): Promise<StoredEvent[]> {
    const { rows } = await this.pool.query<StoredEvent>(
      `SELECT id, card_id AS "cardId", kind, grade, ticks, hints_used AS "hintsUsed",
              undone_by_id IS NOT NULL AS "isUndone"
         FROM review_events WHERE user_id = $1 ORDER BY reviewed_at, id`,
      [userId],
    );
    return rows;
  }

  /** The reviews that count. */
  async reviews(userId: string): Promise<StoredEvent[]> {
    const events = await this.events(userId);
    return events.filter(({ kind, isUndone }) => kind === "review" && !isUndone);
  }

  async findState(userId: string, cardId: string): Promise<StoredState | null> {
    const { rows } = await this.pool.query<StoredState>(
      `SELECT phase, interval_days AS "intervalDays", due_at AS "dueAt", due_day AS "dueDay",
              last_reviewed_at AS "lastReviewedAt", lapses, reps, suspended,
              buried_until_day AS "buriedUntilDay", marked
         FROM card_states WHERE user_id = $1 AND card_id = $2`,
      [userId, cardId],
    );
    return rows[0] ?? null;
  }

  /** Ends every session of a person behind the browser's back. */
  async endSessions(userId: string): Promise<void> {
    await this.pool.query("DELETE FROM user_sessions WHERE user_id = $1", [userId]);
  }

  async userExists(userId: string): Promise<boolean> {
    const { rowCount } = await this.pool.query("SELECT FROM users WHERE id = $1", [userId]);
    return rowCount === 1;
  }
}

/** How long a card was really made to wait. */
export function storedWait(state: StoredState): Wait {
  const { phase, intervalDays, dueAt, lastReviewedAt } = state;
  if (phase === "review") return { unit: "days", days: intervalDays };
  if (!dueAt || !lastReviewedAt) throw new Error("a learning card has a time and a last review");
  return { unit: "ms", ms: dueAt.getTime() - lastReviewedAt.getTime() };
}
